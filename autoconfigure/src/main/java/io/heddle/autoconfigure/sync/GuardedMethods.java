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

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodClassKey;
import org.springframework.util.ClassUtils;

/**
 * Knows, and remembers, what the calls of each method with {@code @Locked} or
 * {@code @Permit} have to hold: the permit first, so that nobody holds a lock while
 * waiting for a permit.
 */
class GuardedMethods {

	private static final List<GuardAnnotation<?>> ANNOTATIONS = List.of(GuardAnnotation.permit(),
			GuardAnnotation.locked());

	private final ConfigurableListableBeanFactory beanFactory;

	private final boolean proxyTargetClass;

	private final Map<MethodClassKey, List<Guard>> guards = new ConcurrentHashMap<>();

	private final Set<Class<?>> verified = ConcurrentHashMap.newKeySet();

	GuardedMethods(ConfigurableListableBeanFactory beanFactory, boolean proxyTargetClass) {
		this.beanFactory = beanFactory;
		this.proxyTargetClass = proxyTargetClass;
	}

	static boolean isCandidate(Class<?> type) {
		return ANNOTATIONS.stream().anyMatch((annotation) -> annotation.isCandidate(type));
	}

	static boolean contains(Method method, Class<?> targetClass) {
		return ANNOTATIONS.stream().anyMatch((annotation) -> annotation.isOn(method, targetClass));
	}

	/**
	 * Return what the calls of a method have to hold.
	 * @param method the method
	 * @param targetClass the class of the bean
	 * @return what to take, in this order
	 * @throws InvalidSynchronizationException if an annotation cannot work
	 */
	List<Guard> get(Method method, Class<?> targetClass) {
		MethodClassKey key = new MethodClassKey(method, targetClass);
		List<Guard> guards = this.guards.get(key);
		if (guards == null) {
			guards = create(method, ClassUtils.getUserClass(targetClass));
			this.guards.put(key, guards);
		}
		return guards;
	}

	private List<Guard> create(Method method, Class<?> userClass) {
		return ANNOTATIONS.stream()
			.map((annotation) -> annotation.guard(method, userClass, this.beanFactory))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Check a class once.
	 * @param type the class of a bean, or of its proxy
	 * @throws InvalidSynchronizationException if an annotation of it cannot work
	 */
	void verify(Class<?> type) {
		Class<?> userClass = ClassUtils.getUserClass(type);
		if (isCandidate(userClass) && !this.verified.contains(userClass)) {
			ANNOTATIONS.forEach((annotation) -> annotation.intercepted(this.proxyTargetClass)
				.find(userClass)
				.forEach((method) -> get(method, userClass)));
			this.verified.add(userClass);
		}
	}

}
