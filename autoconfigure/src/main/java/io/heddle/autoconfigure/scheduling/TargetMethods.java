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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;

/**
 * Finds the method behind that of an interface: where a bean has a proxy that implements
 * the interface, Spring calls the one and has read the annotations of the other.
 */
class TargetMethods implements UnaryOperator<Method> {

	private final ConfigurableListableBeanFactory beanFactory;

	TargetMethods(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the method of the class of the bean.
	 * @param method the method that is called
	 * @return the method that is scheduled; the same if several beans implement it
	 */
	@Override
	public Method apply(Method method) {
		if (!method.getDeclaringClass().isInterface() || isScheduled(method)) {
			return method;
		}
		List<Method> targets = Arrays
			.stream(this.beanFactory.getBeanNamesForType(method.getDeclaringClass(), true, false))
			.filter(this.beanFactory::containsSingleton)
			.map((name) -> target(method, Objects.requireNonNull(this.beanFactory.getSingleton(name))))
			.filter(TargetMethods::isScheduled)
			.distinct()
			.toList();
		return (targets.size() == 1) ? targets.get(0) : method;
	}

	private static Method target(Method method, Object bean) {
		return AopUtils.getMostSpecificMethod(method, AopProxyUtils.ultimateTargetClass(bean));
	}

	private static boolean isScheduled(Method method) {
		return !AnnotatedElementUtils.getMergedRepeatableAnnotations(method, Scheduled.class, Schedules.class)
			.isEmpty();
	}

}
