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
 * What {@link ContextVar#set} gives: the way back to what the variable was before. It can
 * be used once, by {@link ContextVar#reset} or {@link #close()}, in the context in which
 * the variable was set.
 *
 * @param <T> the type of the variable's value
 */
public final class Token<T extends @Nullable Object> implements AutoCloseable {

	private final ContextVar<T> variable;

	private final Context context;

	private @Nullable VariableValues before;

	/** {@code null} once this token was used. **/
	private @Nullable VariableValues after;

	Token(ContextVar<T> variable, Context context, @Nullable VariableValues before, VariableValues after) {
		this.variable = variable;
		this.context = context;
		this.before = before;
		this.after = after;
	}

	/**
	 * Make the variable what it was before.
	 * @throws IllegalArgumentException if the current context is not the one in which the
	 * variable was set
	 * @throws IllegalStateException if this token was used before
	 */
	@Override
	public void close() {
		reset(this.variable);
	}

	void reset(ContextVar<T> variable) {
		if (this.variable != variable) {
			throw new IllegalArgumentException("'token' is of " + this.variable + " and cannot reset " + variable
					+ "; reset the variable that gave it");
		}
		CurrentContext current = CurrentContext.get();
		if (current.known() != this.context) {
			throw new IllegalArgumentException("'token' of " + variable
					+ " was made in another context; reset a variable where it was set, in the same task or call");
		}
		VariableValues after = this.after;
		if (after == null) {
			throw new IllegalStateException(
					"'token' of " + variable + " was used before; each reset needs the token of a set of its own");
		}
		// nothing else has changed mostly: then the very same object comes back, and
		// whoever compares sees that nothing is left of the change
		current.change((current.values() == after) ? this.before : undo(current.values()));
		this.before = null;
		this.after = null;
	}

	private VariableValues undo(@Nullable VariableValues values) {
		Object value = VariableValues.find(VariableValues.table(this.before), this.variable);
		return (value != VariableValues.NONE) ? VariableValues.with(values, this.variable, value)
				: VariableValues.without(values, this.variable);
	}

	@Override
	public String toString() {
		return "Token of " + this.variable + ((this.after != null) ? "" : " (used)");
	}

}
