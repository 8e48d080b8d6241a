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

package io.heddle.future;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The moment until which to wait, or never.
 */
final class Deadline {

	private final @Nullable Duration timeout;

	private final long start = System.nanoTime();

	private final long nanos;

	/**
	 * Create a deadline that counts from now.
	 * @param timeout the time until the deadline, or {@code null} for no limit
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	Deadline(@Nullable Duration timeout) {
		if (timeout != null && timeout.isNegative()) {
			throw new IllegalArgumentException("'timeout' must not be negative but is " + timeout);
		}
		this.timeout = timeout;
		this.nanos = (timeout != null) ? TimeUnit.NANOSECONDS.convert(timeout) : Long.MAX_VALUE;
	}

	/**
	 * Return the time that is left.
	 * @return the time in nanoseconds, 0 if there is none, or {@link Long#MAX_VALUE} if
	 * there is no limit
	 */
	long remaining() {
		if (this.nanos == Long.MAX_VALUE) {
			return Long.MAX_VALUE;
		}
		return Math.max(0, this.nanos - (System.nanoTime() - this.start));
	}

	boolean isPassed() {
		return remaining() == 0;
	}

	/**
	 * Return the result of a future, waiting until the deadline if necessary.
	 */
	<V extends @Nullable Object> V get(Future<V> future)
			throws InterruptedException, ExecutionException, TimeoutException {
		long remaining = remaining();
		return (remaining != Long.MAX_VALUE) ? future.get(remaining, TimeUnit.NANOSECONDS) : future.get();
	}

	/**
	 * Wait until a future is done.
	 * @return whether it was done before the deadline
	 */
	boolean await(Future<?> future) throws InterruptedException {
		try {
			if (!future.isDone()) {
				get(future);
			}
			return true;
		}
		catch (ExecutionException | CancellationException ex) {
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	/**
	 * Return the exception for a deadline that has passed.
	 */
	TimeoutException timedOut() {
		return new TimeoutException("No result within " + this.timeout);
	}

}
