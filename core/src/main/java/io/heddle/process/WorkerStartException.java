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

package io.heddle.process;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A worker JVM did not become ready.
 */
class WorkerStartException extends IOException {

	private static final long serialVersionUID = 1L;

	private final boolean early;

	WorkerStartException(String message, @Nullable Throwable cause) {
		this(message, cause, false);
	}

	WorkerStartException(String message, @Nullable Throwable cause, boolean early) {
		super(message, cause);
		this.early = early;
	}

	/**
	 * Return whether the process ended before it had connected.
	 * @return whether no code of the worker may have run
	 */
	boolean isEarly() {
		return this.early;
	}

}
