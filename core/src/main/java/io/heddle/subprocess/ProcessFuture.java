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

import java.util.concurrent.CompletableFuture;

/**
 * The end of a process that nobody waits for on its own thread.
 */
final class ProcessFuture extends CompletableFuture<CompletedProcess> {

	/**
	 * Drive a process, and complete this when it has ended. If this is completed before
	 * in another way, the process is ended.
	 * @param runner has started the process
	 * @param execution the process
	 */
	void drive(Runner runner, Execution execution) {
		whenComplete((result, ex) -> {
			if (!execution.isOver()) {
				execution.end(Execution.Ending.REQUEST);
			}
		});
		runner.pump().add(execution, () -> conclude(runner, execution));
	}

	private void conclude(Runner runner, Execution execution) {
		execution.finish();
		ProcessResult result = runner.conclude(execution);
		RuntimeException exception = execution.exception(result);
		// not on this thread, for what depends on it may block
		runner.threads().execute(() -> {
			if (exception != null) {
				completeExceptionally(exception);
			}
			else {
				complete(new CompletedProcess(result));
			}
		});
	}

}
