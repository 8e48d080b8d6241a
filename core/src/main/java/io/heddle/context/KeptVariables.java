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
 * the thread comes back as it was.
 */
final class KeptVariables {

	private @Nullable Context previous;

	private @Nullable Context entered;

	/**
	 * Put away the context of the calling thread.
	 */
	void begin() {
		this.previous = Context.ofThread();
		if (this.previous != null) {
			Context.ofThread(null);
		}
	}

	/**
	 * Give the calling thread a new context, whatever was set since the begin.
	 * @param values its values
	 */
	void enter(@Nullable VariableValues values) {
		this.entered = (values != null) ? new Context(values) : null;
		if (Context.ofThread() != this.entered) {
			Context.ofThread(this.entered);
		}
	}

	/**
	 * Return whether the calling thread still has the context that it was given, with
	 * exactly these values.
	 */
	boolean isUnchanged(@Nullable VariableValues values) {
		Context current = Context.ofThread();
		if (current == this.entered) {
			return current == null || current.values == values;
		}
		// none was needed until the task before has set a variable
		return this.entered == null && current != null && current.values == null && values == null;
	}

	/**
	 * Give the calling thread back the context that it had.
	 */
	void leave() {
		if (Context.ofThread() != this.previous) {
			Context.ofThread(this.previous);
		}
		this.previous = null;
		this.entered = null;
	}

}
