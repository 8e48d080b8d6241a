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

package io.heddle.executor;

import java.util.List;
import java.util.function.Supplier;

/**
 * What runs tasks for a {@link TaskHost}, one at a time. Thread-safe for reading; tasks
 * begin and end in it on one thread at a time.
 */
public final class HostedRunner extends WorkerSlot {

	private final String name;

	private final Supplier<List<StackTraceElement>> stack;

	/**
	 * Create a runner.
	 * @param name its name, shown as that of the thread
	 * @param stack where it is now, innermost frame first; empty if that cannot be had
	 */
	public HostedRunner(String name, Supplier<List<StackTraceElement>> stack) {
		this.name = name;
		this.stack = stack;
	}

	@Override
	String name() {
		return this.name;
	}

	@Override
	List<StackTraceElement> stack() {
		return this.stack.get();
	}

	@Override
	void interrupt(Task task) {
		// the host is told of it by the task itself
	}

}
