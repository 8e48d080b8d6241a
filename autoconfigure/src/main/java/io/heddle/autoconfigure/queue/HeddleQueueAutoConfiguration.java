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

package io.heddle.autoconfigure.queue;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.process.HeddleProcessPoolAutoConfiguration;
import io.heddle.executor.UncaughtTaskExceptionHandler;

/**
 * Auto-configuration of named queues and of {@code @QueueListener}. After that of the
 * other kinds, so that a name that two of them have is found.
 */
@AutoConfiguration(after = HeddleProcessPoolAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ QueueNameCheck.class, QueueBeanRegistrar.class })
public final class HeddleQueueAutoConfiguration {

	@Bean
	static QueueBeanDefinitions heddleQueueBeanDefinitions(Environment environment) {
		return new QueueBeanDefinitions(environment);
	}

	@Bean
	static QueueEventPublisher heddleQueueEventPublisher() {
		return new QueueEventPublisher();
	}

	@Bean
	static QueueEnvironmentChangeListener heddleQueueEnvironmentChangeListener() {
		return new QueueEnvironmentChangeListener();
	}

	@Bean
	QueueListenerContainers heddleQueueListenerContainers(ConfigurableListableBeanFactory beanFactory,
			Environment environment, ObjectProvider<UncaughtTaskExceptionHandler> exceptionHandler) {
		return new QueueListenerContainers(beanFactory, Threading.VIRTUAL.isActive(environment),
				new ListenerExceptions(exceptionHandler));
	}

}
