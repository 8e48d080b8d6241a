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

import org.jspecify.annotations.Nullable;

import io.heddle.autoconfigure.named.AnnotatedMethods;
import io.heddle.executor.RunOn;

/**
 * Finds the {@link RunOn} that holds for a method.
 */
final class RunOnAnnotations {

	private static final AnnotatedMethods<RunOn> METHODS = new AnnotatedMethods<>(RunOn.class);

	private RunOnAnnotations() {
	}

	static boolean isCandidate(Class<?> type) {
		return METHODS.isCandidate(type);
	}

	/**
	 * Find the annotation of a method.
	 * @param method the method, maybe of an interface
	 * @param targetClass the class of the bean
	 * @return the annotation, or {@code null} if there is none
	 */
	static @Nullable RunOn find(Method method, Class<?> targetClass) {
		return METHODS.find(method, targetClass);
	}

}
