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

package io.heddle.actuate.executor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.executor.NamedExecutor;

/**
 * The executor beans of an application context and its ancestors. Looking at them creates
 * none.
 */
class ExecutorBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	ExecutorBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return all executors.
	 * @return the executors by bean name
	 */
	Map<String, ObservedExecutor> all() {
		Map<String, ObservedExecutor> executors = new LinkedHashMap<>();
		forEach(Executor.class, (name, factory) -> executors.put(name, observe(factory, name)));
		return executors;
	}

	/**
	 * Return an executor.
	 * @param name the name of the bean
	 * @return the executor, or {@code null} if there is none of that name
	 */
	@Nullable ObservedExecutor find(String name) {
		ConfigurableListableBeanFactory factory = this.beanFactory;
		while (factory != null && !factory.containsLocalBean(name)) {
			factory = parentOf(factory);
		}
		if (factory == null || !Arrays.asList(namesOf(factory, Executor.class)).contains(name)) {
			return null;
		}
		return observe(factory, name);
	}

	/**
	 * Return the named executors that exist by now.
	 * @return the named executors by bean name
	 */
	Map<String, NamedExecutor> named() {
		Map<String, NamedExecutor> executors = new LinkedHashMap<>();
		forEach(NamedExecutor.class, (name, factory) -> {
			if (factory.containsSingleton(name)) {
				executors.put(name, factory.getBean(name, NamedExecutor.class));
			}
		});
		return executors;
	}

	private void forEach(Class<?> type, BiConsumer<String, ConfigurableListableBeanFactory> action) {
		Map<String, ConfigurableListableBeanFactory> factories = new LinkedHashMap<>();
		ConfigurableListableBeanFactory factory = this.beanFactory;
		while (factory != null) {
			for (String name : namesOf(factory, type)) {
				factories.putIfAbsent(name, factory);
			}
			factory = parentOf(factory);
		}
		factories.forEach(action);
	}

	private String[] namesOf(ConfigurableListableBeanFactory factory, Class<?> type) {
		return factory.getBeanNamesForType(type, false, false);
	}

	private @Nullable ConfigurableListableBeanFactory parentOf(ConfigurableListableBeanFactory factory) {
		BeanFactory parent = factory.getParentBeanFactory();
		if (parent instanceof ConfigurableApplicationContext context) {
			return context.getBeanFactory();
		}
		return (parent instanceof ConfigurableListableBeanFactory parentFactory) ? parentFactory : null;
	}

	private ObservedExecutor observe(ConfigurableListableBeanFactory factory, String name) {
		if (factory.containsSingleton(name)) {
			return ObservedExecutor.of(name, (Executor) factory.getBean(name), ExecutorOrigin.of(factory, name));
		}
		Class<?> type = factory.getType(name, false);
		return (type != null && NamedExecutor.class.isAssignableFrom(type))
				? new UnusedExecutor(name, ExecutorOrigin.HEDDLE, null)
				: new UnusedExecutor(name, ExecutorOrigin.of(factory, name), type);
	}

}
