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

import java.lang.reflect.Method;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.RunOnRoute;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.process.ProcessPool;
import io.heddle.process.StartMethod;

/**
 * Runs calls of methods with {@code @RunOn} in the workers of a process pool. In a worker
 * of that pool itself they are run at once, so that a call does not bounce.
 */
class ProcessRunOnRoute implements RunOnRoute {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ProcessPoolBeanDefinitions definitions;

	private final @Nullable WorkerRole role;

	private final SingletonSupplier<Map<String, NamedEntry<ProcessPoolProperties>>> entries;

	ProcessRunOnRoute(ConfigurableListableBeanFactory beanFactory, ProcessPoolBeanDefinitions definitions,
			Environment environment) {
		this.beanFactory = beanFactory;
		this.definitions = definitions;
		this.role = WorkerRole.of(environment);
		this.entries = SingletonSupplier.of(() -> new ProcessPoolPropertiesBinder(environment).bind());
	}

	@Override
	public @Nullable Call route(String executor, Method method, Class<?> userClass, String place) {
		if (!this.beanFactory.isTypeMatch(executor, ProcessPool.class)) {
			return null;
		}
		if (this.role != null && this.role.pool().equals(executor)) {
			return (pool, invocation, beanName, options) -> invocation.proceed();
		}
		NamedEntry<ProcessPoolProperties> entry = this.entries.obtain().get(executor);
		if (entry != null && entry.properties().getStartMethod() == StartMethod.THREAD) {
			return null;
		}
		ProcessRunOnCheck check = new ProcessRunOnCheck(method, userClass, place);
		check.verifyNotGuarded();
		check.verifyReturnType();
		check.verifyTypes();
		if (entry != null) {
			check.verifyAllowed(entry, this.definitions.allowed(entry));
			if (entry.properties().getSources().isEmpty()) {
				check.verifyInstantiable(entry);
			}
		}
		return new ProcessRunOnCall(method, userClass,
				this.beanFactory.getBeanProvider(UncaughtTaskExceptionHandler.class),
				(entry != null && asksWorkers(entry.properties())) ? new WorkerBeanCheck(entry, userClass, place)
						: null);
	}

	private static boolean asksWorkers(ProcessPoolProperties properties) {
		return properties.getStart() == ProcessPoolProperties.Start.EAGER && !properties.getSources().isEmpty();
	}

}
