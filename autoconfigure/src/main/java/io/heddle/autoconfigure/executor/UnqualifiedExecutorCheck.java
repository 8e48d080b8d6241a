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

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedBeanRegistrar;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;

/**
 * Warns of what is injected without a qualifier and so silently is not what it seems: by
 * the name of one of our executors, it is another executor; by one of our own types, it
 * is nothing.
 */
class UnqualifiedExecutorCheck implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(UnqualifiedExecutorCheck.class);

	private final ConfigurableListableBeanFactory beanFactory;

	UnqualifiedExecutorCheck(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	static boolean isExecutor(Class<?> type) {
		return (Executor.class.isAssignableFrom(type) && !NamedExecutor.class.isAssignableFrom(type)
				&& (type.isAssignableFrom(NamedThreadPoolTaskExecutor.class) || type == SimpleAsyncTaskExecutor.class))
				|| isScheduler(type);
	}

	static boolean isScheduler(Class<?> type) {
		return TaskScheduler.class.isAssignableFrom(type) && type.isAssignableFrom(ThreadPoolTaskScheduler.class);
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (kinds().findAny().isPresent()) {
			InjectedValues.forEach(this.beanFactory, this::check);
		}
	}

	private Stream<NamedBeanKind<?>> kinds() {
		return Arrays.stream(this.beanFactory.getBeanDefinitionNames())
			.map(this.beanFactory::getBeanDefinition)
			.<@Nullable NamedBeanKind<?>>map(NamedBeanRegistrar::kindOf)
			.filter(Objects::nonNull);
	}

	private void check(InjectedValue value) {
		if (value.isQualified()) {
			return;
		}
		NamedBeanKind<?> kind = kind(value.name());
		if (kind != null && isAnother(value.type().toClass(), kind)) {
			logger.warn(String.format(
					"The %s '%s' in %s has the name of the %s configured by '%s' but no "
							+ "qualifier, so it gets another %s. Add @Qualifier(\"%s\"), or rename it.",
					value.noun(), value.name(), value.declaringClass().getName(), kind.noun(), kind.key(value.name()),
					isScheduler(value.type().toClass()) ? "scheduler" : "executor", value.name()));
		}
		else if (isOurs(value.beanType()) && value.mayBeEmpty()) {
			logger.warn(String.format("The %s '%s' in %s has no qualifier, so it stays empty: beans of the type %s are "
					+ "injected by their qualifier only. Add the @Qualifier, or ask the application context for "
					+ "getBeansOfType(%s.class).", value.noun(), value.name(), value.declaringClass().getName(),
					value.beanType().getSimpleName(), value.beanType().getSimpleName()));
		}
	}

	private boolean isAnother(Class<?> type, NamedBeanKind<?> kind) {
		return isExecutor(type) && (type.isAssignableFrom(kind.beanType()) || type == SimpleAsyncTaskExecutor.class);
	}

	private boolean isOurs(Class<?> type) {
		return (type == NamedExecutor.class || type == ProcessPool.class)
				&& kinds().anyMatch((kind) -> type.isAssignableFrom(kind.beanType()));
	}

	private @Nullable NamedBeanKind<?> kind(String name) {
		return this.beanFactory.containsBeanDefinition(name)
				? NamedBeanRegistrar.kindOf(this.beanFactory.getBeanDefinition(name)) : null;
	}

}
