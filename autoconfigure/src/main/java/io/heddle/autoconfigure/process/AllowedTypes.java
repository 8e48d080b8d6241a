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

import java.util.List;

/**
 * The types that the patterns of a pool allow, as its deserialization filter reads them.
 *
 * @param patterns names of classes, and of packages with {@code .*} or {@code .**}
 */
record AllowedTypes(List<String> patterns) {

	boolean contains(Class<?> type) {
		return this.patterns.stream().anyMatch((pattern) -> matches(pattern, type));
	}

	private static boolean matches(String pattern, Class<?> type) {
		String name = type.getName();
		if (pattern.endsWith(".**")) {
			return name.startsWith(pattern.substring(0, pattern.length() - 2));
		}
		if (pattern.endsWith(".*")) {
			return type.getPackageName().equals(pattern.substring(0, pattern.length() - 2));
		}
		return name.equals(pattern) || name.startsWith(pattern + "$");
	}

}
