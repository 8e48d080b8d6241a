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
 * Asks workers for the stacks of their tasks. A stack that comes late is of no use, so
 * nobody waits for long. Thread-safe.
 */
final class StackRequests {

	private static final long PATIENCE = 200;

	private final FleetLock lock;

	private final FleetReader reader;

	private final Map<Long, CompletableFuture<List<StackTraceElement>>> waiting = new ConcurrentHashMap<>();

	StackRequests(FleetLock lock, FleetReader reader) {
		this.lock = lock;
		this.reader = reader;
	}

	/**
	 * Ask a worker for the stack of the task that it runs, and wait for the answer.
	 * @param link the worker
	 * @return the stack, empty if none comes soon
	 */
	List<StackTraceElement> of(WorkerLink link) {
		CompletableFuture<List<StackTraceElement>> answer = new CompletableFuture<>();
		this.lock.change((after) -> {
			PoolTask head = link.head();
			if (head == null) {
				answer.complete(List.of());
				return;
			}
			register(head.id(), answer);
			link.send(TaskCodec.control(FrameKind.STACK, head.id()));
			after.write(link);
		});
		this.reader.call();
		return await(answer);
	}

	/**
	 * Note that somebody asks; who has asked before for the same task gets the same
	 * answer.
	 */
	private void register(long taskId, CompletableFuture<List<StackTraceElement>> answer) {
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

	private static List<StackTraceElement> await(CompletableFuture<List<StackTraceElement>> answer) {
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
