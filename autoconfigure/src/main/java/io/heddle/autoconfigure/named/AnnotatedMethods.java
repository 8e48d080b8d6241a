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

import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the annotation that holds for a method: its own, that of a method which it
 * overrides or implements, or that of the type that declares it.
 *
 * @param <A> the type of the annotation
 */
public final class AnnotatedMethods<A extends Annotation> {

	private final Class<A> annotation;

	/**
	 * Create an instance for an annotation.
	 * @param annotation the annotation
	 */
	public AnnotatedMethods(Class<A> annotation) {
		this.annotation = annotation;
	}

	/**
	 * Return whether a type may have the annotation.
	 * @param type the type
	 * @return {@code false} if it has none for sure
	 */
	public boolean isCandidate(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, this.annotation);
	}

	/**
	 * Find the annotation of a method.
	 * @param method the method, maybe of an interface
	 * @param targetClass the class of the bean
	 * @return the annotation, or {@code null} if there is none
	 */
	public @Nullable A find(Method method, Class<?> targetClass) {
		if (method.isSynthetic() && !method.isBridge()) {
			return null;
		}
		Method specific = AopUtils.getMostSpecificMethod(method, targetClass);
		A found = AnnotatedElementUtils.findMergedAnnotation(specific, this.annotation);
		if (found == null && specific != method) {
			found = AnnotatedElementUtils.findMergedAnnotation(method, this.annotation);
		}
		if (found == null && isCoveredByType(specific)) {
			found = AnnotatedElementUtils.findMergedAnnotation(specific.getDeclaringClass(), this.annotation);
			if (found == null && specific != method) {
				found = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), this.annotation);
			}
		}
		return found;
	}

	private static boolean isCoveredByType(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& !method.isSynthetic() && !ReflectionUtils.isObjectMethod(method)
				&& method.getDeclaringClass() != Object.class;
	}

}
