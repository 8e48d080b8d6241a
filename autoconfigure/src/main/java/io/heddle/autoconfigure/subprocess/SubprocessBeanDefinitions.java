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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedBeanDefinitions;
import io.heddle.autoconfigure.named.NamedEntry;

/**
 * Lets the subprocess policies be closed with their context, and remembers how they are
 * configured.
 */
class SubprocessBeanDefinitions extends NamedBeanDefinitions {

	private final Map<String, NamedEntry<SubprocessProperties>> entries = new ConcurrentHashMap<>();

	SubprocessBeanDefinitions(Environment environment) {
		super(SubprocessPropertiesBinder.KIND, environment);
	}

	@Override
	protected Set<String> names(Environment environment) {
		this.entries.putAll(new SubprocessPropertiesBinder(environment).bind());
		return this.entries.keySet();
	}

	@Override
	protected void complete(AbstractBeanDefinition definition) {
		definition.setDestroyMethodName("close");
	}

	/**
	 * Remember how a policy is configured now.
	 * @param entry its entry
	 * @return the entry that it had, or {@code null} if it is new
	 */
	@Nullable NamedEntry<SubprocessProperties> replace(NamedEntry<SubprocessProperties> entry) {
		return this.entries.put(entry.name(), entry);
	}

}
