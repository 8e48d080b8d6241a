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

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.autoconfigure.named.NamedBeanRegistrar;

/**
 * Where an executor comes from.
 */
enum ExecutorOrigin {

	/**
	 * It is one of Heddle's.
	 */
	HEDDLE,

	/**
	 * A configuration of Spring Boot has made it.
	 */
	SPRING_BOOT,

	/**
	 * The application or a library has made it.
	 */
	APPLICATION;

	private static final String SPRING_BOOT_PACKAGE = "org.springframework.boot.";

	static ExecutorOrigin of(ConfigurableListableBeanFactory beanFactory, String name) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return APPLICATION;
		}
		if (NamedBeanRegistrar.kindOf(beanFactory.getBeanDefinition(name)) != null) {
			return HEDDLE;
		}
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		return (isFromSpringBoot(definition.getFactoryBeanName()) || isFromSpringBoot(definition.getBeanClassName()))
				? SPRING_BOOT : APPLICATION;
	}

	private static boolean isFromSpringBoot(@Nullable String configuration) {
		return configuration != null && configuration.startsWith(SPRING_BOOT_PACKAGE);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
