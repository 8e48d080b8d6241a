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
 * In which context a thread is, one object for each thread. It has the values at hand,
 * and gives them to their context when the thread leaves it.
 */
final class CurrentContext {

	private static final ThreadLocal<CurrentContext> CURRENT = ThreadLocal.withInitial(CurrentContext::new);

	private @Nullable Context context;

	private @Nullable VariableValues values;

	/** That of the values, since each step on the way to a value counts. **/
	private @Nullable Object[] table = VariableValues.table(null);

	/** The variable that was looked for last, for it is often the next one too. **/
	private @Nullable ContextVar<?> recent;

	private @Nullable Object recentValue;

	private CurrentContext() {
	}

	/**
	 * Return that of the calling thread.
	 */
	static CurrentContext get() {
		return CURRENT.get();
	}

	/**
	 * Return the context, to compare it with others.
	 */
	Context context() {
		Context context = this.context;
		if (context == null) {
			context = new Context(null);
			this.context = context;
		}
		return context;
	}

	/**
	 * Return the context if anybody has asked for it before, as it makes no difference
	 * otherwise which one it is.
	 */
	@Nullable Context known() {
		return this.context;
	}

	/**
	 * Return the values.
	 * @return the values, or {@code null} if there are none
	 */
	@Nullable VariableValues values() {
		return this.values;
	}

	/**
	 * Find a value that was set in this JVM.
	 * @param variable its variable
	 * @return the value, or {@link VariableValues#NONE}
	 */
	@Nullable Object find(ContextVar<?> variable) {
		if (this.recent == variable) {
			return this.recentValue;
		}
		Object value = VariableValues.find(this.table, variable);
		this.recentValue = value;
		this.recent = variable;
		return value;
	}

	/**
	 * Change the values of the context.
	 * @param values the values, or {@code null} if there are none
	 */
	void change(@Nullable VariableValues values) {
		this.values = values;
		this.table = VariableValues.table(values);
		this.recent = null;
		this.recentValue = null;
	}

	/**
	 * Leave the context for another one.
	 * @param context the context, in which no other thread may be
	 */
	void enter(Context context) {
		if (this.context != null) {
			this.context.values = this.values;
		}
		replace(context, context.values);
		// for a context that is not left must not keep what has been reset
		context.values = null;
	}

	/**
	 * Be in another context, while whoever calls keeps the one before.
	 * @param context the context, or {@code null} for a new one
	 * @param values its values, or {@code null} if there are none
	 */
	void replace(@Nullable Context context, @Nullable VariableValues values) {
		this.context = context;
		change(values);
	}

}
