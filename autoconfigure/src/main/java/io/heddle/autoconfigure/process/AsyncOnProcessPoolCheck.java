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

import java.lang.reflect.Method;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.process.ProcessPool;

/**
 * Stops the start if {@code @Async} names a process pool: the tasks that Spring makes of
 * the calls cannot travel to a worker.
 */
class AsyncOnProcessPoolCheck implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	AsyncOnProcessPoolCheck(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Set<String> pools = Set.of(this.beanFactory.getBeanNamesForType(ProcessPool.class, true, false));
		if (pools.isEmpty()) {
			return;
		}
		for (String beanName : this.beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(beanName);
			if (definition.getRole() == BeanDefinition.ROLE_APPLICATION && !definition.isAbstract()) {
				check(this.beanFactory.getType(beanName, false), pools);
			}
		}
	}

	private void check(@Nullable Class<?> type, Set<String> pools) {
		if (type == null || type.getName().startsWith("org.springframework.")
				|| !AnnotationUtils.isCandidateClass(type, Async.class)) {
			return;
		}
		Class<?> userClass = ClassUtils.getUserClass(type);
		check(AnnotatedElementUtils.findMergedAnnotation(userClass, Async.class), userClass.getName(), pools);
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(userClass,
				ReflectionUtils.USER_DECLARED_METHODS)) {
			check(AnnotatedElementUtils.findMergedAnnotation(method, Async.class),
					userClass.getName() + "." + method.getName(), pools);
		}
	}

	private void check(@Nullable Async async, String place, Set<String> pools) {
		if (async != null && pools.contains(async.value())) {
			throw new InvalidRunOnException("@Async(\"" + async.value() + "\") on " + place
					+ " names a process pool, and the tasks that Spring makes of its calls cannot be serialized.",
					"Use @RunOn(\"" + async.value() + "\"), or name a thread executor.");
		}
	}

}
