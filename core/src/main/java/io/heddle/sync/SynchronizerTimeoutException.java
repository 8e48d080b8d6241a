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

package io.heddle.sync;

import java.util.concurrent.TimeoutException;

/**
 * Thrown to the caller of a method with {@link Locked} or {@link Permit} if the lock or a
 * permit did not become free in time. The method was not called. The message names who
 * holds the lock.
 */
public class SynchronizerTimeoutException extends RuntimeException {

	private final String synchronizer;

	/**
	 * Create an exception.
	 * @param method the method that was not called
	 * @param synchronizer the name of the lock or semaphore
	 * @param cause tells what was not free, and for how long
	 */
	public SynchronizerTimeoutException(String method, String synchronizer, TimeoutException cause) {
		super(method + " was not called: " + cause.getMessage(), cause);
		this.synchronizer = synchronizer;
	}

	/**
	 * Return the name of the lock or semaphore.
	 * @return the name
	 */
	public String synchronizer() {
		return this.synchronizer;
	}

}
