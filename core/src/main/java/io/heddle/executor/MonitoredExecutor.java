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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link NamedExecutor} answers from its {@link TaskMonitor}.
 */
interface MonitoredExecutor extends NamedExecutor {

	TaskMonitor monitor();

	@Override
	default String name() {
		return monitor().name();
	}

	@Override
	default List<RunningTask> running() {
		return monitor().views().running();
	}

	@Override
	default List<Thread> threads() {
		return monitor().slots()
			.stream()
			.filter(ThreadSlot.class::isInstance)
			.map((slot) -> ((ThreadSlot) slot).thread())
			.toList();
	}

	@Override
	default List<QueuedTask> queued() {
		return monitor().views().queued();
	}

	@Override
	default boolean isPaused() {
		return monitor().queue().isPaused();
	}

	@Override
	default boolean cancel(long taskId) {
		return monitor().tasks().cancel(taskId);
	}

	@Override
	default void execute(Runnable task, TaskOptions options) {
		execute(new OptionedCommand(task, options));
	}

	@Override
	default CompletableFuture<?> submit(Runnable task, @Nullable TaskOptions options) {
		return this.<@Nullable Object>submit(new RunnableCallable<>(task, null),
				(options != null) ? options : TaskOptions.of());
	}

	@Override
	default <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options) {
		TaskFuture<T> future = new TaskFuture<>(task, options);
		execute(future);
		return future;
	}

	@Override
	default void onceIdle(Runnable callback) {
		monitor().onceIdle(callback);
	}

	@Override
	default @Nullable Throwable brokenBy() {
		return monitor().brokenBy();
	}

	@Override
	default TaskLimits limits() {
		return monitor().inspector().limits();
	}

	@Override
	default void limits(TaskLimits limits) {
		monitor().limits(limits);
	}

	@Override
	default void shutdown(boolean cancelPending) {
		shutdown();
		if (cancelPending) {
			monitor().queue().tasks().forEach((task) -> task.cancel(false));
		}
	}

}
