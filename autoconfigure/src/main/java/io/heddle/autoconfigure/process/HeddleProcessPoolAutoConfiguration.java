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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;

/**
 * Auto-configuration of process pools. Ordered as that of the executors, and after it, so
 * that a name that both have is found.
 */
@AutoConfiguration(after = HeddleExecutorAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ ProcessPoolNameCheck.class, ProcessPoolBeanRegistrar.class })
public final class HeddleProcessPoolAutoConfiguration {

	@Bean
	static ProcessPoolBeanDefinitions heddleProcessPoolBeanDefinitions(Environment environment) {
		return new ProcessPoolBeanDefinitions(environment);
	}

	@Bean
	ProcessPoolEventPublisher heddleProcessPoolEventPublisher(ApplicationEventPublisher publisher) {
		return new ProcessPoolEventPublisher(publisher);
	}

	@Bean
	static AsyncOnProcessPoolCheck heddleAsyncOnProcessPoolCheck(ConfigurableListableBeanFactory beanFactory) {
		return new AsyncOnProcessPoolCheck(beanFactory);
	}

	@Bean
	static ProcessRunOnRoute heddleProcessRunOnRoute(ConfigurableListableBeanFactory beanFactory,
			ProcessPoolBeanDefinitions definitions, Environment environment) {
		return new ProcessRunOnRoute(beanFactory, definitions, environment);
	}

	@Bean
	static ProcessPoolEnvironmentChangeListener heddleProcessPoolEnvironmentChangeListener() {
		return new ProcessPoolEnvironmentChangeListener();
	}

}
