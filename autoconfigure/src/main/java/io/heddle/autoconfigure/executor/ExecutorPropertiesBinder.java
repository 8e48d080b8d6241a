/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.heddle.autoconfigure.executor;

import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedEntryBinder;

/**
 * Binds the named executors of an environment.
 */
class ExecutorPropertiesBinder {

	static final NamedBeanKind<ExecutorProperties> KIND = new NamedBeanKind<>("executors", "executor",
			NamedThreadPoolTaskExecutor.class, ExecutorProperties.class, ExecutorProperties::new);

	static final ConfigurationPropertyName ENTRIES = KIND.entries();

	private final Environment environment;

	ExecutorPropertiesBinder(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Return the key of an executor, in brackets where the plain name would not do.
	 * @param name the name of the executor
	 * @return the key
	 */
	static String key(String name) {
		return KIND.key(name);
	}

	/**
	 * Bind and validate all executors.
	 * @return the settings by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, ExecutorSettings> bind() {
		return new NamedEntryBinder<>(KIND, this.environment, (entry) -> new ExecutorEntryValidator(entry).validate())
			.bind();
	}

}
