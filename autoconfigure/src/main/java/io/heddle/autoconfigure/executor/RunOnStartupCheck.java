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

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Checks the {@code @RunOn} of the beans that do not exist yet when the application has
 * started: lazy ones, prototypes, those of other scopes and the products of factories.
 * Then of each bean what can be checked only now that there are all.
 */
class RunOnStartupCheck implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final RunOnBeanPostProcessor postProcessor;

	RunOnStartupCheck(ConfigurableListableBeanFactory beanFactory, RunOnBeanPostProcessor postProcessor) {
		this.beanFactory = beanFactory;
		this.postProcessor = postProcessor;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			if (!this.beanFactory.getBeanDefinition(beanName).isAbstract()) {
				Class<?> type = type(beanName);
				if (type != null) {
					this.postProcessor.verifier().verify(type);
					this.postProcessor.verifier().verifyBean(type, beanName);
				}
			}
		}
	}

	/**
	 * The singleton of a factory bean is the factory, not its product.
	 */
	private boolean exists(String beanName) {
		return this.beanFactory.containsSingleton(beanName) && !this.beanFactory.isFactoryBean(beanName);
	}

	private @Nullable Class<?> type(String beanName) {
		Object bean = exists(beanName) ? this.beanFactory.getSingleton(beanName) : null;
		if (bean != null) {
			return AopUtils.getTargetClass(bean);
		}
		if (ScopedProxyUtils.isScopedTarget(beanName)) {
			return this.beanFactory.getType(beanName, false);
		}
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
		return (type != null) ? type : this.beanFactory.getType(beanName, false);
	}

}
