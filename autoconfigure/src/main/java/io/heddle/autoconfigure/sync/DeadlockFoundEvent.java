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

package io.heddle.autoconfigure.sync;

import org.springframework.context.ApplicationEvent;

import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockDetector;

/**
 * Threads wait for each other in a circle, and will for ever. Published once for each
 * deadlock, on the thread that looked for it.
 */
@SuppressWarnings("serial")
public class DeadlockFoundEvent extends ApplicationEvent {

	private final transient Deadlock deadlock;

	/**
	 * Create a new event.
	 * @param source who looks for deadlocks, such as a {@link DeadlockDetector}
	 * @param deadlock the deadlock
	 */
	public DeadlockFoundEvent(Object source, Deadlock deadlock) {
		super(source);
		this.deadlock = deadlock;
	}

	/**
	 * Return the deadlock with its threads, what each of them waits for, and where.
	 * @return the deadlock
	 */
	public Deadlock getDeadlock() {
		return this.deadlock;
	}

}
