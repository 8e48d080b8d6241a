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

import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * A variable whose value belongs to a {@link Context}: that of the running task or, in a
 * thread that runs none, of the thread. It is meant to be a constant:
 *
 * <pre class="code">
 * static final ContextVar&lt;Long&gt; ORDER = ContextVar.of("order");
 *
 * try (var token = ORDER.set(42L)) {
 *     executor.submit(() -&gt; print(ORDER.get()));
 * }
 * </pre>
 * <p>
 * Where {@link ContextPropagation} carries the context, a task sees the values that its
 * submitter had when it submitted the task, and what the task sets is gone with it.
 * Heddle's executors and process pools do so by default when they are beans.
 * <p>
 * Within a JVM each variable is itself alone, whatever its name. In another JVM the same
 * variable is that in the static field of the same name of the same class. So a value
 * travels to a process pool's worker if the class that calls {@link #of(String)} keeps
 * the variable in a static field of its own, and if the value is serializable. A default
 * value does not travel; the worker has its own.
 * <p>
 * In the manner of Python's {@code contextvars.ContextVar}. Thread-safe.
 *
 * @param <T> the type of the value
 */
public final class ContextVar<T extends @Nullable Object> {

	private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private final String name;

	private final boolean hasDefault;

	private final @Nullable T defaultValue;

	private final Class<?> declaringClass;

	/** Where the variable is in a table. **/
	private final int hash = System.identityHashCode(this);

	/** Empty if there is none; found twice at worst, with the same result. **/
	private @Nullable String fieldName;

	private ContextVar(String name, boolean hasDefault, @Nullable T defaultValue, Class<?> declaringClass) {
		if (name.isBlank()) {
			throw new IllegalArgumentException(
					"'name' must not be blank but is '" + name + "'; name the variable as its constant is named");
		}
		this.name = name;
		this.hasDefault = hasDefault;
		this.defaultValue = defaultValue;
		this.declaringClass = declaringClass;
	}

	/**
	 * Create a variable without a default value.
	 * @param name what messages call it; need not be unique
	 * @param <T> the type of the value
	 * @return the new variable
	 * @throws IllegalArgumentException if the name is blank
	 */
	public static <T extends @Nullable Object> ContextVar<T> of(String name) {
		return new ContextVar<>(name, false, null, CALLERS.getCallerClass());
	}

	/**
	 * Create a variable with a default value.
	 * @param name what messages call it; need not be unique
	 * @param defaultValue the value in each context that has no other
	 * @param <T> the type of the value
	 * @return the new variable
	 * @throws IllegalArgumentException if the name is blank
	 */
	public static <T extends @Nullable Object> ContextVar<T> of(String name, T defaultValue) {
		return new ContextVar<>(name, true, defaultValue, CALLERS.getCallerClass());
	}

	/**
	 * Return what messages call this variable.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the value in the current context.
	 * @return the value, or else the default value
	 * @throws NoSuchElementException if there is neither
	 */
	@SuppressWarnings({ "unchecked", "NullAway" }) // a T that may be null
	public T get() {
		CurrentContext current = CurrentContext.get();
		Object value = current.find(this);
		return (value != VariableValues.NONE) ? (T) value : travelledOrDefault(current.values());
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // a T that may be null
	private T travelledOrDefault(@Nullable VariableValues values) {
		Object value = (values != null) ? values.findTravelled(this) : VariableValues.NONE;
		if (value != VariableValues.NONE) {
			return (T) value;
		}
		if (!this.hasDefault) {
			throw new NoSuchElementException("Context variable '" + this.name
					+ "' has no value in this context and no default; set it, or give ContextVar.of a default value");
		}
		return this.defaultValue;
	}

	/**
	 * Set the value in the current context.
	 * @param value the value
	 * @return what {@linkplain #reset resets} the variable to what it was before;
	 * try-with-resources does so too
	 */
	public Token<T> set(T value) {
		CurrentContext current = CurrentContext.get();
		VariableValues before = current.values();
		VariableValues after = VariableValues.with(before, this, value);
		current.change(after);
		return new Token<>(this, current.context(), before, after);
	}

	/**
	 * Make the variable what it was before it was set.
	 * @param token what {@link #set} returned, to be used once
	 * @throws IllegalArgumentException if the token is of another variable, or of another
	 * context than the current one
	 * @throws IllegalStateException if the token was used before
	 */
	public void reset(Token<T> token) {
		token.reset(this);
	}

	int hash() {
		return this.hash;
	}

	/**
	 * Return the name of the static field that holds this variable, which is what other
	 * JVMs know it by.
	 * @return the name with that of the class, or {@code null} if there is no such field
	 */
	@Nullable String fieldName() {
		String fieldName = this.fieldName;
		if (fieldName == null) {
			fieldName = StaticFieldName.of(this, this.declaringClass);
			this.fieldName = fieldName;
		}
		return (!fieldName.isEmpty()) ? fieldName : null;
	}

	@Override
	public String toString() {
		return "ContextVar '" + this.name + "'";
	}

}
