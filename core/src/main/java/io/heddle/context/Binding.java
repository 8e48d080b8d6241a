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

package io.heddle.context;

import org.jspecify.annotations.Nullable;

/**
 * A variable with its value, the leaf of a {@link VariableTrie}.
 *
 * @param variable the variable
 * @param value its value
 * @param next the next one in the rare case that several variables have the same hash
 */
record Binding(ContextVar<?> variable, @Nullable Object value, @Nullable Binding next) {

	int hash() {
		return this.variable.hash();
	}

	@Nullable Binding find(ContextVar<?> variable) {
		Binding binding = this;
		while (binding != null && binding.variable != variable) {
			binding = binding.next;
		}
		return binding;
	}

	Binding with(ContextVar<?> variable, @Nullable Object value) {
		return new Binding(variable, value, without(variable));
	}

	@Nullable Binding without(ContextVar<?> variable) {
		if (this.variable == variable) {
			return this.next;
		}
		Binding rest = (this.next != null) ? this.next.without(variable) : null;
		return (rest != this.next) ? new Binding(this.variable, this.value, rest) : this;
	}

}
