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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;

/**
 * Thrown if a named executor and another bean have the same name.
 */
class ExecutorNameConflictException extends RuntimeException {

	private final String name;

	private final @Nullable String definedIn;

	ExecutorNameConflictException(String name, BeanDefinition other) {
		this(name, other.toString(), other.getResourceDescription());
	}

	ExecutorNameConflictException(String name, String other) {
		this(name, other, null);
	}

	private ExecutorNameConflictException(String name, String other, @Nullable String definedIn) {
		super("The executor configured below '" + ExecutorPropertiesBinder.key(name)
				+ "' has the name of another bean: " + other);
		this.name = name;
		this.definedIn = definedIn;
	}

	String getName() {
		return this.name;
	}

	/**
	 * Return where the other bean is defined.
	 * @return the description of the resource, or {@code null} if it is not known
	 */
	@Nullable String getDefinedIn() {
		return this.definedIn;
	}

}
