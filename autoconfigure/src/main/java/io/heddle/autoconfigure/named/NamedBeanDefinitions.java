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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * Takes the beans of a kind of executors out of injection by plain type, so that they
 * never disturb those of Spring Boot and of the user. Makes sure of any kind that none of
 * its beans was replaced and that no key belongs to a kind that there is not.
 */
public abstract class NamedBeanDefinitions implements BeanFactoryPostProcessor {

	private final NamedBeanKind<?> kind;

	private final Environment environment;

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	/**
	 * Create a post-processor.
	 * @param kind the kind of the beans
	 * @param environment the environment
	 */
	protected NamedBeanDefinitions(NamedBeanKind<?> kind, Environment environment) {
		this.kind = kind;
		this.environment = environment;
	}

	/**
	 * Return the names of the entries.
	 * @param environment the environment
	 * @return the names
	 */
	protected abstract Set<String> names(Environment environment);

	/**
	 * Complete the definition of a bean with what a registrar cannot say. Does nothing by
	 * default.
	 * @param definition the definition
	 */
	protected void complete(AbstractBeanDefinition definition) {
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		new UnknownKinds(this.environment).check();
		for (String name : names(this.environment)) {
			BeanDefinition definition = beanFactory.getBeanDefinition(name);
			if (!this.kind.equals(NamedBeanRegistrar.kindOf(definition))) {
				throw new NameConflictException(this.kind, name, definition);
			}
			if (isInParent(beanFactory, name)) {
				((BeanDefinitionRegistry) beanFactory).removeBeanDefinition(name);
			}
			else {
				AbstractBeanDefinition own = (AbstractBeanDefinition) definition;
				own.setDefaultCandidate(this.kind.isDefaultCandidate());
				complete(own);
			}
		}
	}

	/**
	 * A child context sees the properties of its parent, but is to use the beans of the
	 * parent rather than to have its own.
	 */
	private boolean isInParent(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanFactory parent = beanFactory.getParentBeanFactory();
		return parent != null && parent.containsBean(name) && parent.isTypeMatch(name, this.kind.beanType());
	}

	/**
	 * Return the names of the beans of a type.
	 * @param type the type
	 * @return the names
	 */
	public List<String> namesOf(Class<?> type) {
		return (this.beanFactory != null) ? List.of(this.beanFactory.getBeanNamesForType(type, true, false))
				: List.of();
	}

	/**
	 * Return the bean factory.
	 * @return the bean factory
	 * @throws IllegalStateException if called too early
	 */
	protected ConfigurableListableBeanFactory beanFactory() {
		Assert.state(this.beanFactory != null, "The bean factory is not there yet");
		return this.beanFactory;
	}

}
