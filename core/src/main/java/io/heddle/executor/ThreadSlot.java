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

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;
import io.heddle.context.ContextSession;
import io.heddle.context.TaskScope;

/**
 * Where a thread shows which task it runs.
 */
final class ThreadSlot extends WorkerSlot {

	private final Thread thread;

	private final @Nullable ContextSession contexts;

	private final TaskScope scope = new TaskScope();

	ThreadSlot(Thread thread, @Nullable ContextCarrier contextCarrier) {
		this.thread = thread;
		this.contexts = (contextCarrier != null) ? contextCarrier.openSession() : null;
	}

	Thread thread() {
		return this.thread;
	}

	/**
	 * Return what the tasks of the thread leave behind.
	 * @return the scope, which is ended after each task
	 */
	TaskScope scope() {
		return this.scope;
	}

	void run(Runnable command, @Nullable Object context) {
		if (this.contexts != null) {
			this.contexts.run(context, command);
		}
		else {
			command.run();
		}
	}

	/**
	 * Let go of the context of the last task.
	 */
	void clearContext() {
		if (this.contexts != null) {
			this.contexts.clear();
		}
	}

	@Override
	String name() {
		return this.thread.getName();
	}

	@Override
	List<StackTraceElement> stack() {
		return List.of(this.thread.getStackTrace());
	}

	@Override
	void interrupt(Task task) {
		task.interrupt(this.thread);
	}

}
