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

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.autoconfigure.named.BeanClasses;

/**
 * Checks the {@code @Locked} and {@code @Permit} of the beans that do not exist yet when
 * the application has started.
 */
class GuardStartupCheck implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final GuardBeanPostProcessor postProcessor;

	GuardStartupCheck(ConfigurableListableBeanFactory beanFactory, GuardBeanPostProcessor postProcessor) {
		this.beanFactory = beanFactory;
		this.postProcessor = postProcessor;
	}

	@Override
	public void afterSingletonsInstantiated() {
		new BeanClasses(this.beanFactory).all().values().forEach(this.postProcessor.methods()::verify);
	}

}
