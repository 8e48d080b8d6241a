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

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;

import io.heddle.autoconfigure.named.InterceptedMethods;
import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.executor.RunOn;

/**
 * Checks that every {@code @RunOn} of a class can work.
 */
class RunOnVerifier {

	/** The methods with the annotation of each class that was checked. **/
	private final Map<Class<?>, List<Method>> verified = new ConcurrentHashMap<>();

	private final RunOnOperations operations;

	private final InterceptedMethods<RunOn> methods;

	RunOnVerifier(RunOnOperations operations, boolean proxyTargetClass) {
		this.operations = operations;
		this.methods = new InterceptedMethods<>(RunOn.class, proxyTargetClass, "submit the task to the executor",
				InvalidRunOnException::new);
	}

	/**
	 * Check a class once.
	 * @param type the class of a bean, or of its proxy
	 * @throws InvalidRunOnException if an annotation of it cannot work
	 */
	void verify(Class<?> type) {
		Class<?> userClass = ClassUtils.getUserClass(type);
		if (RunOnAnnotations.isCandidate(userClass) && !this.verified.containsKey(userClass)) {
			List<Method> annotated = this.methods.find(userClass);
			for (Method method : annotated) {
				verifyNotAsync(method, RunOnOperations.describe(method));
				this.operations.get(method, userClass);
			}
			this.verified.put(userClass, annotated);
		}
	}

	/**
	 * Check a bean whose class was checked.
	 * @param type the class of the bean, or of its proxy
	 * @param beanName the name of the bean
	 * @throws InvalidRunOnException if calls on it cannot work
	 */
	void verifyBean(Class<?> type, String beanName) {
		Class<?> userClass = ClassUtils.getUserClass(type);
		for (Method method : this.verified.getOrDefault(userClass, List.of())) {
			this.operations.get(method, userClass).verify(beanName);
		}
	}

	private void verifyNotAsync(Method method, String place) {
		if (AnnotatedElementUtils.hasAnnotation(method, Async.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), Async.class)) {
			throw new InvalidRunOnException(
					"@RunOn on " + place
							+ " cannot work together with @Async, for each call would run on two executors.",
					"Remove @Async, or remove @RunOn.");
		}
	}

}
