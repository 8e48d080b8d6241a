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

package io.heddle.autoconfigure.subprocess;

import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryBinder;
import io.heddle.subprocess.Subprocess;

/**
 * Binds the subprocess policies of an environment.
 */
class SubprocessPropertiesBinder {

	static final NamedBeanKind<SubprocessProperties> KIND = new NamedBeanKind<>("subprocesses", "subprocess policy",
			Subprocess.class, SubprocessProperties.class, SubprocessProperties::new);

	private final Environment environment;

	SubprocessPropertiesBinder(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Bind and validate all subprocess policies.
	 * @return the valid entries by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, NamedEntry<SubprocessProperties>> bind() {
		return new NamedEntryBinder<>(KIND, this.environment, (entry) -> new SubprocessEntryValidator(entry).validate())
			.bind();
	}

}
