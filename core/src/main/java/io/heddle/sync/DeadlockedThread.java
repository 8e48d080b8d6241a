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

import java.util.List;

/**
 * A thread in a {@link Deadlock}.
 *
 * @param thread the name of the thread; may be empty for a virtual one
 * @param threadId the identifier of the thread
 * @param virtual whether it is a virtual thread
 * @param kind the kind of what it waits for
 * @param waitsFor the name of what it waits for: of the lock or semaphore, or the class
 * and identity of the object
 * @param heldBy the name of the thread that holds that
 * @param heldById the identifier of that thread
 * @param stack where it waits, innermost frame first
 */
public record DeadlockedThread(String thread, long threadId, boolean virtual, Deadlock.Kind kind, String waitsFor,
		String heldBy, long heldById, List<StackTraceElement> stack) {

	public DeadlockedThread {
		stack = List.copyOf(stack);
	}

	/**
	 * Return what this thread waits for, and who holds that, in a sentence.
	 * @return the text
	 */
	@Override
	public String toString() {
		return label(this.thread, this.threadId) + " waits for " + this.kind + " '" + this.waitsFor
				+ "' that is held by " + label(this.heldBy, this.heldById);
	}

	private static String label(String name, long id) {
		return "thread " + (name.isEmpty() ? "#" + id : "'" + name + "'");
	}

}
