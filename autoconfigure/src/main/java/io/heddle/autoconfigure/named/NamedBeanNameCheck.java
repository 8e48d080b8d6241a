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

import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes sure, before the named executors are registered, that none takes the name of an
 * existing bean, also where beans may be overridden.
 */
class ExecutorNameCheck implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	ExecutorNameCheck(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClass, BeanDefinitionRegistry registry) {
		for (String name : new ExecutorPropertiesBinder(this.environment).bind().keySet()) {
			if (registry.containsBeanDefinition(name)) {
				throw new ExecutorNameConflictException(name, registry.getBeanDefinition(name));
			}
			if (registry.isAlias(name)) {
				throw new ExecutorNameConflictException(name, "an alias");
			}
			if (registry instanceof SingletonBeanRegistry singletons && singletons.containsSingleton(name)) {
				throw new ExecutorNameConflictException(name, "a registered singleton");
			}
		}
	}

}
