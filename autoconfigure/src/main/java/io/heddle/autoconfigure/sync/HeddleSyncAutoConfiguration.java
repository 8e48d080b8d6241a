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

package io.heddle.autoconfigure.sync;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.queue.HeddleQueueAutoConfiguration;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.sync.DeadlockDetector;
import io.heddle.sync.DeadlockListener;
import io.heddle.sync.TimerFactory;

/**
 * Auto-configuration of named locks, semaphores, events and barriers, of {@code @Locked}
 * and {@code @Permit}, of timers and of the search for deadlocks. After that of the other
 * kinds, so that a name that two of them have is found; one kind after another for the
 * same reason.
 */
@AutoConfiguration(after = HeddleQueueAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ LockConfiguration.class, SemaphoreConfiguration.class, EventConfiguration.class, BarrierConfiguration.class })
public final class HeddleSyncAutoConfiguration {

	@Bean
	static SynchronizerEventPublisher heddleSynchronizerEventPublisher() {
		return new SynchronizerEventPublisher();
	}

	@Bean
	static GuardBeanPostProcessor heddleGuardBeanPostProcessor(Environment environment) {
		return new GuardBeanPostProcessor(
				environment.getProperty("spring.aop.proxy-target-class", Boolean.class, Boolean.TRUE));
	}

	@Bean
	GuardStartupCheck heddleGuardStartupCheck(ConfigurableListableBeanFactory beanFactory,
			GuardBeanPostProcessor postProcessor) {
		return new GuardStartupCheck(beanFactory, postProcessor);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	TimerFactory heddleTimerFactory(ObjectProvider<UncaughtTaskExceptionHandler> exceptionHandler) {
		UncaughtTaskExceptionHandler handler = exceptionHandler.getIfAvailable();
		return (handler != null) ? new TimerFactory(handler::handle) : TimerFactory.logging();
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	DeadlockDetector heddleDeadlockDetector(ApplicationContext context, ObjectProvider<DeadlockListener> listeners) {
		return new DeadlockDetector(() -> DeadlockChecks.synchronizers(context),
				new DeadlockReports(listeners, (deadlock) -> DeadlockChecks.isOf(context, deadlock)));
	}

	@Bean
	DeadlockChecks heddleDeadlockChecks(DeadlockDetector detector, Environment environment,
			ApplicationContext context) {
		return new DeadlockChecks(detector, DeadlockSettings.of(environment), context);
	}

}
