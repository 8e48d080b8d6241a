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

package io.heddle.actuate.named;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The beans of a type in an application context and its ancestors. Looking at them
 * creates none.
 */
public final class NamedBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<?> type;

	private final @Nullable Class<?> except;

	/**
	 * Create a view of the beans.
	 * @param beanFactory where to look first
	 * @param type the type of the beans
	 * @param except a type of beans to leave out, or {@code null}
	 */
	public NamedBeans(ConfigurableListableBeanFactory beanFactory, Class<?> type, @Nullable Class<?> except) {
		this.beanFactory = beanFactory;
		this.type = type;
		this.except = except;
	}

	/**
	 * Return all beans.
	 * @return the bean factories by the names of their beans
	 */
	public Map<String, ConfigurableListableBeanFactory> all() {
		Map<String, ConfigurableListableBeanFactory> factories = new LinkedHashMap<>();
		ConfigurableListableBeanFactory factory = this.beanFactory;
		while (factory != null) {
			for (String name : namesOf(factory)) {
				factories.putIfAbsent(name, factory);
			}
			factory = parentOf(factory);
		}
		return factories;
	}

	/**
	 * Return the beans that exist by now.
	 * @param <T> the type of the beans
	 * @param type the type of the beans
	 * @return the beans by name
	 */
	public <T> Map<String, T> existing(Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		all().forEach((name, factory) -> {
			if (factory.containsSingleton(name)) {
				beans.put(name, factory.getBean(name, type));
			}
		});
		return beans;
	}

	/**
	 * Return the bean factory that has a bean.
	 * @param name the name of the bean
	 * @return the bean factory, or {@code null} if there is no such bean
	 */
	public @Nullable ConfigurableListableBeanFactory find(String name) {
		ConfigurableListableBeanFactory factory = this.beanFactory;
		while (factory != null && !factory.containsLocalBean(name)) {
			factory = parentOf(factory);
		}
		return (factory != null && namesOf(factory).contains(name)) ? factory : null;
	}

	private List<String> namesOf(ConfigurableListableBeanFactory factory) {
		return Arrays.stream(factory.getBeanNamesForType(this.type, false, false))
			.filter((name) -> this.except == null || !factory.isTypeMatch(name, this.except))
			.toList();
	}

	private @Nullable ConfigurableListableBeanFactory parentOf(ConfigurableListableBeanFactory factory) {
		BeanFactory parent = factory.getParentBeanFactory();
		if (parent instanceof ConfigurableApplicationContext context) {
			return context.getBeanFactory();
		}
		return (parent instanceof ConfigurableListableBeanFactory parentFactory) ? parentFactory : null;
	}

}
