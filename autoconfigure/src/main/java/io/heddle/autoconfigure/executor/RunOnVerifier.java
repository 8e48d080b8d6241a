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
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.executor.RunOn;

/**
 * Checks that every {@code @RunOn} of a class can work.
 */
class RunOnVerifier {

	private static final List<String> LIFECYCLE_ANNOTATIONS = List.of("jakarta.annotation.PostConstruct",
			"jakarta.annotation.PreDestroy");

	/** The methods with the annotation of each class that was checked. **/
	private final Map<Class<?>, List<Method>> verified = new ConcurrentHashMap<>();

	private final RunOnOperations operations;

	private final boolean proxyTargetClass;

	RunOnVerifier(RunOnOperations operations, boolean proxyTargetClass) {
		this.operations = operations;
		this.proxyTargetClass = proxyTargetClass;
	}

	/**
	 * Check a class once.
	 * @param type the class of a bean, or of its proxy
	 * @throws InvalidRunOnException if an annotation of it cannot work
	 */
	void verify(Class<?> type) {
		Class<?> userClass = ClassUtils.getUserClass(type);
		if (RunOnAnnotations.isCandidate(userClass) && !isSpring(userClass) && !this.verified.containsKey(userClass)) {
			List<Method> annotated = new ArrayList<>();
			for (Method method : ReflectionUtils.getUniqueDeclaredMethods(userClass,
					ReflectionUtils.USER_DECLARED_METHODS)) {
				if (!method.isBridge() && RunOnAnnotations.find(method, userClass) != null) {
					verify(method, userClass);
					annotated.add(method);
				}
			}
			this.verified.put(userClass, List.copyOf(annotated));
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

	private boolean isSpring(Class<?> type) {
		return type.getName().startsWith("org.springframework.");
	}

	private void verify(Method method, Class<?> userClass) {
		String place = RunOnOperations.describe(method);
		if (this.proxyTargetClass || ClassUtils.getAllInterfacesForClass(userClass).length == 0) {
			verifyOverridable(method, userClass, place);
		}
		verifyNot(Modifier.isPrivate(method.getModifiers()), place, "private");
		verifyNot(Modifier.isStatic(method.getModifiers()), place, "static");
		verifyNotAsync(method, place);
		verifyNotLifecycle(method, place);
		this.operations.get(method, userClass);
	}

	private void verifyOverridable(Method method, Class<?> userClass, String place) {
		if (Modifier.isFinal(userClass.getModifiers())) {
			throw new InvalidRunOnException(
					"@RunOn on " + place + " cannot work, because the class " + userClass.getName()
							+ " is final, so no proxy can extend it.",
					"Remove 'final' from the class, or let the bean be proxied by an interface with "
							+ "spring.aop.proxy-target-class=false.");
		}
		verifyNot(Modifier.isFinal(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()), place,
				"final");
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

	/**
	 * Only where the method itself is annotated: a type with {@code @RunOn} may well have
	 * such methods.
	 */
	private void verifyNotLifecycle(Method method, String place) {
		for (String lifecycle : LIFECYCLE_ANNOTATIONS) {
			if (AnnotatedElementUtils.isAnnotated(method, lifecycle)
					&& AnnotatedElementUtils.hasAnnotation(method, RunOn.class)) {
				throw new InvalidRunOnException(
						"@RunOn on " + place + " cannot work, because the method is @"
								+ ClassUtils.getShortName(lifecycle)
								+ ", which the container calls on the bean itself, past its proxy.",
						"Remove @RunOn and submit the task to the executor in the method, or call a method with "
								+ "@RunOn of another bean.");
			}
		}
	}

	private void verifyNot(boolean invalid, String place, String modifier) {
		if (invalid) {
			throw new InvalidRunOnException(
					"@RunOn on " + place + " cannot work, because the method is " + modifier
							+ ", so no proxy can see its calls.",
					"Remove '" + modifier + "' from the method, or submit the task to the executor yourself.");
		}
	}

}
