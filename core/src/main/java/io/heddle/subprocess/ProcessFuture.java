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
 * The end of a process that nobody waits for on its own thread.
 */
final class ProcessFuture extends CompletableFuture<CompletedProcess> {

	/** What ends the process of a future that is completed by others. **/
	private static final int OWN_DEPENDENTS = 1;

	/**
	 * Drive a process, and complete this when it has ended. If this is completed before
	 * in another way, the process is ended.
	 * @param runner has started the process
	 * @param execution the process
	 */
	void drive(Runner runner, Execution execution) {
		whenComplete((result, ex) -> {
			if (!execution.life().isOver()) {
				execution.life().end(Ending.REQUEST);
			}
		});
		if (runner.isPumped()) {
			runner.pump().add(execution, () -> finish(runner, execution));
		}
		else {
			runner.threads().execute(() -> driveAlone(runner, execution));
		}
	}

	private void finish(Runner runner, Execution execution) {
		try {
			execution.finish();
		}
		catch (RuntimeException | Error ex) {
			runner.abandon(execution);
			completeExceptionally(ex);
			throw ex;
		}
		conclude(runner, execution);
	}

	private void driveAlone(Runner runner, Execution execution) {
		try {
			new CallerDrive(List.of(execution)).drive(runner::abandon);
		}
		catch (RuntimeException | Error ex) {
			completeExceptionally(ex);
			throw ex;
		}
		conclude(runner, execution);
	}

	private void conclude(Runner runner, Execution execution) {
		ProcessResult result;
		try {
			result = runner.conclude(execution);
		}
		catch (RuntimeException | Error ex) {
			completeExceptionally(ex);
			throw ex;
		}
		RuntimeException exception = execution.exception(result);
		if (getNumberOfDependents() <= OWN_DEPENDENTS) {
			complete(result, exception);
		}
		else {
			// not on this thread, for what depends on it may block
			runner.threads().execute(() -> complete(result, exception));
		}
	}

	private void complete(ProcessResult result, @Nullable RuntimeException exception) {
		if (exception != null) {
			completeExceptionally(exception);
		}
		else {
			complete(new CompletedProcess(result));
		}
	}

}
