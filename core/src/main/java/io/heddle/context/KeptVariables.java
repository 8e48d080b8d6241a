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
 * The context of a thread while it runs tasks: one of their own, so that the context of
 * the thread comes back as it was. Confined to that thread.
 */
final class KeptVariables {

	private @Nullable CurrentContext current;

	private @Nullable Context previous;

	private @Nullable VariableValues previousValues;

	/**
	 * Give the calling thread a new context.
	 * @param values its values
	 */
	void enter(@Nullable VariableValues values) {
		CurrentContext current = CurrentContext.get();
		this.current = current;
		this.previous = current.known();
		this.previousValues = current.values();
		current.replace(null, values);
	}

	/**
	 * Make the context a new one again, whatever was set since it was entered.
	 * @param values its values
	 */
	void renew(@Nullable VariableValues values) {
		if (this.current != null && this.current.values() != values) {
			this.current.replace(null, values);
		}
	}

	/**
	 * Return whether the context has exactly these values. Then nothing of what was set
	 * is left, and no token that is good.
	 */
	boolean isUnchanged(@Nullable VariableValues values) {
		return this.current != null && this.current.values() == values;
	}

	/**
	 * Give the thread back the context that it had.
	 */
	void leave() {
		if (this.current != null) {
			this.current.replace(this.previous, this.previousValues);
		}
		this.current = null;
		this.previous = null;
		this.previousValues = null;
	}

}
