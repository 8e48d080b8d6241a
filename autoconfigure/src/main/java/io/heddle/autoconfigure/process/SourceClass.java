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

import org.springframework.util.ClassUtils;

/**
 * A class that the context of a worker is to start from.
 *
 * @param name the name of the class
 */
record SourceClass(String name) {

	/**
	 * Return whether there is such a class.
	 * @return whether it can be found
	 */
	boolean exists() {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		return classLoader == null || classLoader.getResource(this.name.replace('.', '/') + ".class") != null
				|| ClassUtils.isPresent(this.name, classLoader);
	}

	/**
	 * Return whether the class cannot be meant, as it is one of the JDK. Any other class
	 * is at least a bean itself.
	 * @return whether it is one of the JDK
	 */
	boolean isOfJdk() {
		return this.name.startsWith("java.");
	}

}
