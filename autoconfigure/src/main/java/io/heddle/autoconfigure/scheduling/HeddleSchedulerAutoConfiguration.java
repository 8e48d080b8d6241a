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

package io.heddle.autoconfigure.scheduling;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.autoconfigure.sync.HeddleSyncAutoConfiguration;
import io.heddle.scheduling.ScheduledTaskListener;

/**
 * Auto-configuration of named schedulers, and of what makes scheduled tasks visible and
 * steerable. After that of the other kinds, so that a name that two of them have is
 * found.
 */
@AutoConfiguration(after = HeddleSyncAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ SchedulerNameCheck.class, SchedulerBeanRegistrar.class })
public final class HeddleSchedulerAutoConfiguration {

	@Bean
	static SchedulerBeanDefinitions heddleSchedulerBeanDefinitions(Environment environment) {
		return new SchedulerBeanDefinitions(environment);
	}

	@Bean
	static TaskEventPublisher heddleTaskEventPublisher() {
		return new TaskEventPublisher();
	}

	@Bean
	static SchedulerEnvironmentChangeListener heddleSchedulerEnvironmentChangeListener() {
		return new SchedulerEnvironmentChangeListener();
	}

	@Bean
	SteeredTasks heddleScheduledTasks(ConfigurableListableBeanFactory beanFactory, Environment environment,
			ObjectProvider<ScheduledTaskListener> listeners) {
		return new SteeredTasks(beanFactory, new CompositeTaskListener(new ListenerBeans<>(listeners)),
				TaskConfiguration.of(environment));
	}

	@Bean
	SteeringConfigurer heddleSteeringConfigurer(ConfigurableListableBeanFactory beanFactory, SteeredTasks tasks) {
		return new SteeringConfigurer(beanFactory, tasks);
	}

	@Bean
	TaskNameCheck heddleTaskNameCheck(SteeredTasks tasks, ApplicationContext context) {
		return new TaskNameCheck(tasks, context);
	}

}
