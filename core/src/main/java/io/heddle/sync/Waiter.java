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

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A thread that waits, as it has recorded itself.
 */
final class Waiter {

	private final Thread thread;

	private final long since;

	private final boolean timed;

	private final @Nullable Object detail;

	Waiter(Thread thread, long since, boolean timed, @Nullable Object detail) {
		this.thread = thread;
		this.since = since;
		this.timed = timed;
		this.detail = detail;
	}

	Thread thread() {
		return this.thread;
	}

	long since() {
		return this.since;
	}

	/**
	 * Return whether the wait ends by itself.
	 * @return whether there is a timeout
	 */
	boolean isTimed() {
		return this.timed;
	}

	/**
	 * Return what is waited for beside the synchronizer itself.
	 * @return such as the name of a condition, or the synchronizer itself if the thread
	 * holds it, or {@code null}
	 */
	@Nullable Object detail() {
		return this.detail;
	}

	WaiterSnapshot snapshot(Instant now, long nanoTime) {
		Duration waitingFor = Duration.ofNanos(Math.max(0, nanoTime - this.since));
		return new WaiterSnapshot(this.thread.getName(), this.thread.getId(), ThreadKinds.isVirtual(this.thread),
				now.minus(waitingFor), waitingFor);
	}

}
