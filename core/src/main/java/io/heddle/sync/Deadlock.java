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

import java.time.Instant;
import java.util.List;

/**
 * Threads that wait for each other in a circle, none of them with a timeout: unless one
 * is interrupted, they wait for ever.
 *
 * @param foundAt when it was found
 * @param threads the threads; each waits for what the next one holds, and the last one
 * for what the first one holds
 */
public record Deadlock(Instant foundAt, List<DeadlockedThread> threads) {

	public Deadlock {
		threads = List.copyOf(threads);
	}

	/**
	 * Return the circle in a sentence.
	 * @return the text
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("Deadlock of ").append(this.threads.size()).append(" threads:");
		for (DeadlockedThread thread : this.threads) {
			text.append(' ').append(thread).append(';');
		}
		text.setLength(text.length() - 1);
		return text.toString();
	}

	/**
	 * What a thread can wait for in a deadlock.
	 */
	public enum Kind {

		/**
		 * A {@link NamedLock}.
		 */
		LOCK("lock"),

		/**
		 * A {@link NamedSemaphore} of a single permit.
		 */
		SEMAPHORE("semaphore"),

		/**
		 * An object whose monitor is held by a {@code synchronized} block or method.
		 */
		MONITOR("monitor"),

		/**
		 * A synchronizer of the JDK with an owner, such as a {@code ReentrantLock}.
		 */
		SYNCHRONIZER("synchronizer");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return this.label;
		}

	}

}
