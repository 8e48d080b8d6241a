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

package io.heddle.autoconfigure.named;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The classes of the beans of a context, of those too that do not exist yet when it has
 * started: lazy ones, prototypes, those of other scopes and the products of factories.
 * Looking at them creates none.
 */
public class BeanClasses {

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Create a view of the classes.
	 * @param beanFactory the bean factory
	 */
	public BeanClasses(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the classes of all beans, below their proxies.
	 * @return the classes by the names of the beans
	 */
	public Map<String, Class<?>> all() {
		Map<String, Class<?>> classes = new LinkedHashMap<>();
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			Class<?> type = this.beanFactory.getBeanDefinition(beanName).isAbstract() ? null : type(beanName);
			if (type != null) {
				classes.put(beanName, type);
			}
		}
		return classes;
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

	/**
	 * The singleton of a factory bean is the factory, not its product.
	 */
	private boolean exists(String beanName) {
		return this.beanFactory.containsSingleton(beanName) && !this.beanFactory.isFactoryBean(beanName);
	}

}
