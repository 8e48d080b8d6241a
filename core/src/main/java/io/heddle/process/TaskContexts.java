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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextPropagation;
import io.heddle.context.ContextSession;
import io.heddle.context.TaskScope;

/**
 * Gives each task the context of its submitter, and hides from it what the task before
 * has set. The first task goes without if its submitter had none: to start the logging
 * library takes longer than the rest of the worker. If no task brings a context at all,
 * it is left alone. Confined to one thread.
 */
final class TaskContexts {

	private final boolean wanted;

	private @Nullable ContextPropagation propagation;

	private @Nullable ContextSession session;

	private final TaskScope scope = new TaskScope();

	private boolean used;

	/**
	 * Create contexts.
	 * @param wanted whether tasks may bring one
	 */
	TaskContexts(boolean wanted) {
		this.wanted = wanted;
	}

	/**
	 * Run a task.
	 * @param context the context of its submitter by name, empty if there is none
	 * @param task the task
	 */
	void run(Map<String, Object> context, Runnable task) {
		boolean first = !this.used;
		this.used = true;
		if (first) {
			this.scope.enter();
		}
		try {
			run(context, task, first);
		}
		finally {
			this.scope.end();
		}
	}

	private void run(Map<String, Object> context, Runnable task, boolean first) {
		if (context.isEmpty() && this.session == null && (first || !this.wanted)) {
			task.run();
		}
		else {
			session().run(propagation().capturedOf(context), task);
		}
	}

	/**
	 * Prepare for the next task. Not on another thread: SLF4J gives who comes meanwhile
	 * an MDC that holds nothing.
	 */
	void warmUp() {
		if (this.wanted) {
			session();
		}
	}

	private ContextPropagation propagation() {
		ContextPropagation propagation = this.propagation;
		if (propagation == null) {
			propagation = ContextPropagation.create();
			this.propagation = propagation;
		}
		return propagation;
	}

	private ContextSession session() {
		ContextSession session = this.session;
		if (session == null) {
			session = propagation().openSession();
			this.session = session;
			session.run(null, () -> {
				// from here on what the first task has set is hidden
			});
		}
		return session;
	}

}
