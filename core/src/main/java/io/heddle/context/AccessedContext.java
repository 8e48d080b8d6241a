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
 * The context of a thread at one moment, as Micrometer hands it around.
 *
 * @param context the context, which may change
 * @param values the values at that moment
 * @param thread the thread
 */
record AccessedContext(Context context, @Nullable VariableValues values, Thread thread) {

	/**
	 * Return the context of the calling thread.
	 * @return the context, or {@code null} as long as no variable was set
	 */
	static @Nullable AccessedContext current() {
		CurrentContext current = CurrentContext.get();
		return (current.known() != null || current.values() != null)
				? new AccessedContext(current.context(), current.values(), Thread.currentThread()) : null;
	}

	/**
	 * Give the calling thread a new context with the values of that moment.
	 */
	void enter() {
		CurrentContext.get().enter(new Context(this.values));
	}

	/**
	 * Give the calling thread the context back, if it is of that thread; tokens made in
	 * it are good again.
	 */
	void restore() {
		if (this.thread == Thread.currentThread()) {
			CurrentContext.get().enter(this.context);
		}
		else {
			enter();
		}
	}

	@Override
	public String toString() {
		return "Context of thread '" + this.thread.getName() + "'";
	}

}
