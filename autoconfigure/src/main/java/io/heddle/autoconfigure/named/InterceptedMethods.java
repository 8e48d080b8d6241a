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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Checks that calls of the methods with an annotation can be intercepted by a proxy.
 *
 * @param <A> the type of the annotation
 */
public final class InterceptedMethods<A extends Annotation> {

	private static final List<String> LIFECYCLE_ANNOTATIONS = List.of("jakarta.annotation.PostConstruct",
			"jakarta.annotation.PreDestroy");

	private final Class<A> annotation;

	private final AnnotatedMethods<A> methods;

	private final boolean proxyTargetClass;

	private final String otherWay;

	private final BiFunction<String, String, InvalidAnnotationException> failure;

	/**
	 * Create an instance for an annotation.
	 * @param annotation the annotation
	 * @param proxyTargetClass whether proxies extend the class of a bean
	 * @param otherWay what to do without the annotation, such as "submit the task to the
	 * executor"
	 * @param failure makes the exception from what is wrong and what to do
	 */
	public InterceptedMethods(Class<A> annotation, boolean proxyTargetClass, String otherWay,
			BiFunction<String, String, InvalidAnnotationException> failure) {
		this.annotation = annotation;
		this.methods = new AnnotatedMethods<>(annotation);
		this.proxyTargetClass = proxyTargetClass;
		this.otherWay = otherWay;
		this.failure = failure;
	}

	/**
	 * Return the methods of a class for which the annotation holds, each checked.
	 * @param userClass the class of a bean
	 * @return the methods
	 * @throws InvalidAnnotationException if one of them cannot be intercepted
	 */
	public List<Method> find(Class<?> userClass) {
		List<Method> annotated = new ArrayList<>();
		if (this.methods.isCandidate(userClass) && !userClass.getName().startsWith("org.springframework.")) {
			for (Method method : ReflectionUtils.getUniqueDeclaredMethods(userClass,
					ReflectionUtils.USER_DECLARED_METHODS)) {
				if (!method.isBridge() && this.methods.find(method, userClass) != null) {
					verify(method, userClass);
					annotated.add(method);
				}
			}
		}
		return annotated;
	}

	private void verify(Method method, Class<?> userClass) {
		String place = describe(method);
		if (!hasInterfacesOnly(userClass)
				&& (this.proxyTargetClass || ClassUtils.getAllInterfacesForClass(userClass).length == 0)) {
			verifyOverridable(method, userClass, place);
		}
		verifyNot(Modifier.isPrivate(method.getModifiers()), place, "private");
		verifyNot(Modifier.isStatic(method.getModifiers()), place, "static");
		verifyNotLifecycle(method, place);
	}

	/**
	 * Return whether a class can only be proxied by its interfaces, and always is.
	 * @param type the class of a bean
	 * @return whether it is that of a proxy or a lambda
	 */
	public static boolean hasInterfacesOnly(Class<?> type) {
		return Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type);
	}

	private void verifyOverridable(Method method, Class<?> userClass, String place) {
		if (Modifier.isFinal(userClass.getModifiers())) {
			throw this.failure.apply(
					name() + " on " + place + " cannot work, because the class " + userClass.getName()
							+ " is final, so no proxy can extend it.",
					"Remove 'final' from the class, or let the bean be proxied by an interface with "
							+ "spring.aop.proxy-target-class=false.");
		}
		verifyNot(Modifier.isFinal(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()), place,
				"final");
	}

	/**
	 * Only where the method itself is annotated: a type with the annotation may well have
	 * such methods.
	 */
	private void verifyNotLifecycle(Method method, String place) {
		for (String lifecycle : LIFECYCLE_ANNOTATIONS) {
			if (AnnotatedElementUtils.isAnnotated(method, lifecycle)
					&& AnnotatedElementUtils.hasAnnotation(method, this.annotation)) {
				throw this.failure.apply(
						name() + " on " + place + " cannot work, because the method is @"
								+ ClassUtils.getShortName(lifecycle)
								+ ", which the container calls on the bean itself, past its proxy.",
						"Remove " + name() + " and " + this.otherWay + " in the method, or call a method with " + name()
								+ " of another bean.");
			}
		}
	}

	private void verifyNot(boolean invalid, String place, String modifier) {
		if (invalid) {
			throw this.failure.apply(
					name() + " on " + place + " cannot work, because the method is " + modifier
							+ ", so no proxy can see its calls.",
					"Remove '" + modifier + "' from the method, or " + this.otherWay + " yourself.");
		}
	}

	private String name() {
		return "@" + this.annotation.getSimpleName();
	}

	/**
	 * Return what a method is called in a message.
	 * @param method the method
	 * @return its class and name
	 */
	public static String describe(Method method) {
		return method.getDeclaringClass().getName() + "." + method.getName();
	}

}
