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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;

/**
 * The executor beans of an application context and its ancestors, but for process pools.
 * Looking at them creates none.
 */
class ExecutorBeans {

	private final NamedBeans executors;

	private final NamedBeans namedExecutors;

	ExecutorBeans(ConfigurableListableBeanFactory beanFactory) {
		this.executors = new NamedBeans(beanFactory, Executor.class, ProcessPool.class);
		this.namedExecutors = new NamedBeans(beanFactory, NamedExecutor.class, ProcessPool.class);
	}

	/**
	 * Return all executors.
	 * @return the executors by bean name
	 */
	Map<String, ObservedExecutor> all() {
		Map<String, ObservedExecutor> executors = new LinkedHashMap<>();
		this.executors.all().forEach((name, factory) -> executors.put(name, observe(factory, name)));
		return executors;
	}

	/**
	 * Return an executor.
	 * @param name the name of the bean
	 * @return the executor, or {@code null} if there is none of that name
	 */
	@Nullable ObservedExecutor find(String name) {
		ConfigurableListableBeanFactory factory = this.executors.find(name);
		return (factory != null) ? observe(factory, name) : null;
	}

	/**
	 * Return the named executors that exist by now.
	 * @return the named executors by bean name
	 */
	Map<String, NamedExecutor> named() {
		return this.namedExecutors.existing(NamedExecutor.class);
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
