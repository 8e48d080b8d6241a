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

package io.heddle.autoconfigure.subprocess;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.sync.HeddleSyncAutoConfiguration;

/**
 * Auto-configuration of subprocess policies. After that of the other kinds, so that a
 * name that two of them have is found.
 */
@AutoConfiguration(after = HeddleSyncAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({ SubprocessNameCheck.class, SubprocessBeanRegistrar.class })
public final class HeddleSubprocessAutoConfiguration {

	@Bean
	static SubprocessBeanDefinitions heddleSubprocessBeanDefinitions(Environment environment) {
		return new SubprocessBeanDefinitions(environment);
	}

	@Bean
	static SubprocessEventPublisher heddleSubprocessEventPublisher() {
		return new SubprocessEventPublisher();
	}

	@Bean
	static SubprocessEnvironmentChangeListener heddleSubprocessEnvironmentChangeListener() {
		return new SubprocessEnvironmentChangeListener();
	}

	@Bean
	static SubprocessShutdown heddleSubprocessShutdown(ConfigurableApplicationContext context) {
		return new SubprocessShutdown(context);
	}

	@Bean
	SubprocessLifecycle heddleSubprocessLifecycle(ConfigurableListableBeanFactory beanFactory) {
		return new SubprocessLifecycle(beanFactory);
	}

}
