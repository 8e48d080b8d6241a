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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who has asked for the stack of a task. A stack that comes late is of no use, so nobody
 * waits for long. Thread-safe.
 */
final class StackRequests {

	private static final long PATIENCE = 200;

	private final Map<Long, CompletableFuture<List<StackTraceElement>>> waiting = new ConcurrentHashMap<>();

	/**
	 * Note that somebody asks; who has asked before for the same task gets the same
	 * answer.
	 * @param taskId the task
	 * @param answer where to put the stack
	 */
	void ask(long taskId, CompletableFuture<List<StackTraceElement>> answer) {
		CompletableFuture<List<StackTraceElement>> before = this.waiting.put(taskId, answer);
		if (before != null) {
			answer.thenAccept(before::complete);
		}
		answer.whenComplete((stack, ex) -> this.waiting.remove(taskId, answer));
	}

	void answer(long taskId, List<StackTraceElement> stack) {
		CompletableFuture<List<StackTraceElement>> answer = this.waiting.get(taskId);
		if (answer != null) {
			answer.complete(stack);
		}
	}

	/**
	 * Wait for an answer.
	 * @param answer the answer
	 * @return the stack, empty if it does not come soon
	 */
	static List<StackTraceElement> await(CompletableFuture<List<StackTraceElement>> answer) {
		try {
			return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			answer.complete(List.of());
		}
		return List.of();
	}

}
