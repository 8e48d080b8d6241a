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

package io.heddle.autoconfigure.process;

import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedBeanDefinitions;
import io.heddle.autoconfigure.named.NamedEntry;

/**
 * Takes the process pools out of injection by plain type, and knows the packages of the
 * application.
 */
class ProcessPoolBeanDefinitions extends NamedBeanDefinitions {

	ProcessPoolBeanDefinitions(Environment environment) {
		super(ProcessPoolPropertiesBinder.KIND, environment);
	}

	@Override
	protected Set<String> names(Environment environment) {
		return new ProcessPoolPropertiesBinder(environment).bind().keySet();
	}

	/**
	 * Return which classes of the application may travel.
	 * @param entry the entry of a pool
	 * @return its patterns, or those of the packages of the application
	 */
	List<String> allowed(NamedEntry<ProcessPoolProperties> entry) {
		List<String> allow = entry.properties().getSerialization().getAllow();
		if (!allow.isEmpty()) {
			return allow;
		}
		ConfigurableListableBeanFactory beanFactory = beanFactory();
		return AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory)
			.stream()
			.filter((name) -> !name.isEmpty())
			.map((name) -> name + ".**")
			.toList() : List.of();
	}

}
