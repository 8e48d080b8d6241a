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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;

/**
 * Thrown if the bean of an entry and another bean have the same name.
 */
class NameConflictException extends RuntimeException {

	private final transient NamedBeanKind<?> kind;

	private final String name;

	private final @Nullable String definedIn;

	NameConflictException(NamedBeanKind<?> kind, String name, BeanDefinition other) {
		this(kind, name, other.toString(), NamedBeanRegistrar.place(other));
	}

	NameConflictException(NamedBeanKind<?> kind, String name, String other) {
		this(kind, name, other, null);
	}

	private NameConflictException(NamedBeanKind<?> kind, String name, String other, @Nullable String definedIn) {
		super("The " + kind.noun() + " configured below '" + kind.key(name) + "' has the name of another bean: "
				+ other);
		this.kind = kind;
		this.name = name;
		this.definedIn = definedIn;
	}

	NamedBeanKind<?> getKind() {
		return this.kind;
	}

	String getName() {
		return this.name;
	}

	/**
	 * Return where the other bean is defined.
	 * @return its key or the description of its resource, or {@code null} if it is not
	 * known
	 */
	@Nullable String getDefinedIn() {
		return this.definedIn;
	}

}
