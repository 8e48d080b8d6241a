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

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * Makes tasks of commands, on the threads that submit them: decorated, with the
 * submitter's context and name.
 */
final class TaskAcceptance {

	private final TaskMonitor monitor;

	private final @Nullable UnaryOperator<Runnable> decorator;

	private final @Nullable ContextCarrier contextCarrier;

	private final boolean trackCallers;

	private final @Nullable TaskHost host;

	TaskAcceptance(TaskMonitor monitor, NamedExecutorBuilder builder, @Nullable TaskHost host) {
		this.monitor = monitor;
		this.decorator = builder.decorator;
		this.contextCarrier = builder.contextCarrier;
		this.trackCallers = builder.trackCallers;
		this.host = host;
	}

	/**
	 * Make a task, and count it.
	 * @param command the command
	 * @return the task
	 */
	Task accept(Runnable command) {
		Object context = (this.contextCarrier != null) ? this.contextCarrier.capture() : null;
		Object submitter = this.trackCallers ? Caller.current() : Thread.currentThread();
		long id = this.monitor.counters().submitted();
		Task task = (this.host == null) ? new Task(this.monitor, decorate(command), context, submitter, id)
				: new HostedEntry(this.monitor, this.host, command, context, submitter, id);
		if (command instanceof TaskFuture<?> future) {
			future.bind(task);
		}
		return task;
	}

	private Runnable decorate(Runnable command) {
		if (this.decorator == null) {
			return command;
		}
		Runnable decorated = Objects.requireNonNull(this.decorator.apply(command),
				"The task decorator must not return null");
		return (decorated != command) ? new DecoratedCommand(command, decorated) : command;
	}

}
