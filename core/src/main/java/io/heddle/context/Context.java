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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * Values of {@linkplain ContextVar context variables}. Each thread has a context of its
 * own, which is empty at first, and so has each task to which a
 * {@link ContextPropagation} carries one. A context made by {@link #copy()} or
 * {@link #empty()} can be {@linkplain #run entered} any number of times, one after
 * another.
 * <p>
 * In the manner of Python's {@code contextvars.Context}. Thread-safe: only the thread
 * that has entered a context reads and changes it, and the next one sees its changes.
 */
public final class Context {

	private static final VarHandle ENTERED_BY;

	static {
		try {
			ENTERED_BY = MethodHandles.lookup().findVarHandle(Context.class, "enteredBy", Thread.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/** Those of a context that no thread is in; {@code null} if there are none. **/
	@Nullable VariableValues values;

	private volatile @Nullable Thread enteredBy;

	Context(@Nullable VariableValues values) {
		this.values = values;
	}

	/**
	 * Return a new context with the values of the current one. That takes the same time
	 * whatever these are, and later changes of one are not seen in the other.
	 * @return the copy
	 */
	public static Context copy() {
		return new Context(CurrentContext.get().values());
	}

	/**
	 * Return a new context without a value.
	 * @return the context
	 */
	public static Context empty() {
		return new Context(null);
	}

	/**
	 * Run a task in this context. What it changes stays in this context, also when it
	 * throws, and is not seen outside.
	 * @param task the task
	 * @throws IllegalStateException if this context is already entered, by this or
	 * another thread
	 */
	public void run(Runnable task) {
		Context outer = enter();
		try {
			task.run();
		}
		finally {
			leave(outer);
		}
	}

	/**
	 * Call a task in this context. What it changes stays in this context, also when it
	 * throws, and is not seen outside.
	 * @param task the task
	 * @param <T> the type of the result
	 * @return what the task returned
	 * @throws IllegalStateException if this context is already entered, by this or
	 * another thread
	 * @throws Exception if the task throws one
	 */
	public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
		Context outer = enter();
		try {
			return task.call();
		}
		finally {
			leave(outer);
		}
	}

	private Context enter() {
		Object enteredBy = ENTERED_BY.compareAndExchange(this, null, Thread.currentThread());
		if (enteredBy != null) {
			throw new IllegalStateException("This context is already entered by thread '"
					+ ((Thread) enteredBy).getName() + "'; enter a copy, which Context.copy() makes");
		}
		CurrentContext current = CurrentContext.get();
		Context outer = current.context();
		current.enter(this);
		return outer;
	}

	private void leave(Context outer) {
		CurrentContext.get().enter(outer);
		this.enteredBy = null;
	}

	@Override
	public String toString() {
		Thread thread = this.enteredBy;
		return (thread != null) ? "Context entered by thread '" + thread.getName() + "'" : "Context";
	}

}
