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

package io.heddle.subprocess;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A single run of a command.
 *
 * @param runner starts it
 * @param spec what it asks for
 */
record Call(Runner runner, CommandSpec spec) {

	CompletedProcess run() throws InterruptedException {
		acquire();
		Execution execution = this.runner.start(this.spec, this.runner.context());
		boolean interrupted = new CallerDrive(List.of(execution)).drive(this.runner::abandon);
		ProcessResult result = this.runner.conclude(execution);
		if (interrupted) {
			throw new InterruptedException();
		}
		RuntimeException exception = execution.exception(result);
		if (exception != null) {
			throw exception;
		}
		return new CompletedProcess(result);
	}

	private void acquire() throws InterruptedException {
		try {
			this.runner.permits().acquire(1);
		}
		catch (SubprocessRefusedException ex) {
			throw this.runner.refused(ex);
		}
	}

	CompletableFuture<CompletedProcess> runAsync() {
		ProcessFuture future = new ProcessFuture();
		Object context = this.runner.context();
		Permits.Request request;
		try {
			request = this.runner.permits().request(1);
		}
		catch (SubprocessRefusedException ex) {
			throw this.runner.refused(ex);
		}
		if (request.isDone()) {
			startFor(future, context);
		}
		else {
			future.whenComplete((result, ex) -> this.runner.permits().withdraw(request));
			request.whenComplete((granted, ex) -> this.runner.threads().execute(() -> granted(future, context, ex)));
		}
		return future;
	}

	private void granted(ProcessFuture future, @Nullable Object context, @Nullable Throwable failure) {
		if (failure instanceof SubprocessRefusedException refusal) {
			future.completeExceptionally(this.runner.refused(refusal));
		}
		else if (failure == null && future.isDone()) {
			// too late
			this.runner.permits().release(1);
		}
		else if (failure == null) {
			startFor(future, context);
		}
	}

	private void startFor(ProcessFuture future, @Nullable Object context) {
		Execution execution;
		try {
			execution = this.runner.start(this.spec, context);
		}
		catch (RuntimeException | Error ex) {
			future.completeExceptionally(ex);
			return;
		}
		future.drive(this.runner, execution);
	}

	RunningProcess start() throws InterruptedException {
		acquire();
		Execution execution = this.runner.start(this.spec, this.runner.context());
		ProcessFuture future = new ProcessFuture();
		future.drive(this.runner, execution);
		return new RunningProcess(this.runner, execution, future,
				this.spec.input().kind() == SubprocessInput.Kind.PIPE);
	}

}
