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

package io.heddle.test.scheduling;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Registers the clock of a test, and what makes schedulers go by it.
 *
 * @param start the time when the application starts
 * @param zone the zone of the clock
 */
record VirtualTimeContextCustomizer(Instant start, ZoneId zone) implements ContextCustomizer {

	private static final String CLOCK = "virtualClock";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		VirtualClock clock = VirtualClock.at(this.start, this.zone);
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
		RootBeanDefinition definition = definition(VirtualClock.class, () -> clock);
		definition.setPrimary(true);
		registry.registerBeanDefinition(CLOCK, definition);
		definition = definition(VirtualSchedulers.class, () -> new VirtualSchedulers(clock));
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		registry.registerBeanDefinition("virtualSchedulers", definition);
		context.addBeanFactoryPostProcessor(VirtualTimeContextCustomizer::giveWay);
		// a bean without a definition comes last
		beanFactory.registerSingleton("virtualSchedulingConfigurer",
				new VirtualSchedulingConfigurer(clock, beanFactory));
	}

	/**
	 * A clock of the application may be primary too, and of two primary beans none is
	 * injected.
	 */
	private static void giveWay(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(InstantSource.class, true, false)) {
			if (!CLOCK.equals(name) && beanFactory.containsBeanDefinition(name)) {
				beanFactory.getBeanDefinition(name).setPrimary(false);
			}
		}
	}

	private static <T> RootBeanDefinition definition(Class<T> type, Supplier<T> supplier) {
		return new RootBeanDefinition(type, supplier);
	}

}
