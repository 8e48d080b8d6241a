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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.executor.Watchdog;

/**
 * Auto-configuration of named executors and of {@code @RunOn}. Ordered after all others,
 * for only then is it certain that no condition on missing beans sees the executors
 * before they are taken out of the default candidates. No bean depends on whether there
 * are executors: ahead of time that is not known. Without executors they do nothing.
 */
@AutoConfiguration(after = { TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ ExecutorNameCheck.class, ExecutorBeanRegistrar.class })
public final class HeddleExecutorAutoConfiguration {

	@Bean
	static ExecutorBeanDefinitions heddleExecutorBeanDefinitions(Environment environment) {
		return new ExecutorBeanDefinitions(environment);
	}

	@Bean
	static RunOnBeanPostProcessor heddleRunOnBeanPostProcessor(Environment environment) {
		return new RunOnBeanPostProcessor(
				environment.getProperty("spring.aop.proxy-target-class", Boolean.class, Boolean.TRUE));
	}

	@Bean
	RunOnStartupCheck heddleRunOnStartupCheck(ConfigurableListableBeanFactory beanFactory,
			RunOnBeanPostProcessor postProcessor) {
		return new RunOnStartupCheck(beanFactory, postProcessor);
	}

	@Bean
	@ConditionalOnMissingBean
	static Watchdog heddleWatchdog() {
		return new Watchdog();
	}

	@Bean
	static ExecutorEventPublisher heddleExecutorEventPublisher(ApplicationEventPublisher publisher) {
		return new ExecutorEventPublisher(publisher);
	}

	@Bean
	static UnqualifiedExecutorCheck heddleUnqualifiedExecutorCheck(ConfigurableListableBeanFactory beanFactory) {
		return new UnqualifiedExecutorCheck(beanFactory);
	}

	@Bean
	static ExecutorEnvironmentChangeListener heddleExecutorEnvironmentChangeListener() {
		return new ExecutorEnvironmentChangeListener();
	}

}
