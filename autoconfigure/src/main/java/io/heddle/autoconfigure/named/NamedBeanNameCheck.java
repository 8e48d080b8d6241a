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

package io.heddle.autoconfigure.named;

import java.util.Set;

import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes sure, before the beans of a kind are registered, that none takes the name of an
 * existing bean, also where beans may be overridden.
 */
public abstract class NamedBeanNameCheck implements ImportBeanDefinitionRegistrar {

	private final NamedBeanKind<?> kind;

	private final Environment environment;

	/**
	 * Create a check.
	 * @param kind the kind of the beans
	 * @param environment the environment
	 */
	protected NamedBeanNameCheck(NamedBeanKind<?> kind, Environment environment) {
		this.kind = kind;
		this.environment = environment;
	}

	/**
	 * Return the names of the entries.
	 * @param environment the environment
	 * @return the names
	 */
	protected abstract Set<String> names(Environment environment);

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClass, BeanDefinitionRegistry registry) {
		for (String name : names(this.environment)) {
			if (registry.containsBeanDefinition(name)) {
				throw new NameConflictException(this.kind, name, registry.getBeanDefinition(name));
			}
			if (registry.isAlias(name)) {
				throw new NameConflictException(this.kind, name, "an alias");
			}
			if (registry instanceof SingletonBeanRegistry singletons && singletons.containsSingleton(name)) {
				throw new NameConflictException(this.kind, name, "a registered singleton");
			}
		}
	}

}
