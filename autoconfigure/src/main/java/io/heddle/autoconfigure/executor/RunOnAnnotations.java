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

import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

import io.heddle.executor.RunOn;

/**
 * Finds the {@link RunOn} that holds for a method: its own, that of a method which it
 * overrides or implements, or that of the type that declares it.
 */
final class RunOnAnnotations {

	private RunOnAnnotations() {
	}

	static boolean isCandidate(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, RunOn.class);
	}

	/**
	 * Find the annotation of a method.
	 * @param method the method, maybe of an interface
	 * @param targetClass the class of the bean
	 * @return the annotation, or {@code null} if there is none
	 */
	static @Nullable RunOn find(Method method, Class<?> targetClass) {
		if (method.isSynthetic() && !method.isBridge()) {
			return null;
		}
		Method specific = AopUtils.getMostSpecificMethod(method, targetClass);
		RunOn runOn = AnnotatedElementUtils.findMergedAnnotation(specific, RunOn.class);
		if (runOn == null && specific != method) {
			runOn = AnnotatedElementUtils.findMergedAnnotation(method, RunOn.class);
		}
		if (runOn == null && isCoveredByType(specific)) {
			runOn = AnnotatedElementUtils.findMergedAnnotation(specific.getDeclaringClass(), RunOn.class);
			if (runOn == null && specific != method) {
				runOn = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), RunOn.class);
			}
		}
		return runOn;
	}

	private static boolean isCoveredByType(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& !method.isSynthetic() && !ReflectionUtils.isObjectMethod(method)
				&& method.getDeclaringClass() != Object.class;
	}

}
