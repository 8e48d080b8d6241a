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

package io.heddle.autoconfigure.scheduling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.SteerableTask;

/**
 * What Spring gets in place of the future of the scheduler, so that it stays the same
 * when the schedule changes. It is cancelled when Spring has no more use for the task; it
 * is never completed otherwise.
 */
final class SteeredFuture extends CompletableFuture<@Nullable Object> implements ScheduledFuture<@Nullable Object> {

	private final SteerableTask task;

	private final Runnable onCancel;

	SteeredFuture(SteerableTask task, Runnable onCancel) {
		this.task = task;
		this.onCancel = onCancel;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.task.cancel(mayInterruptIfRunning);
		this.onCancel.run();
		return super.cancel(mayInterruptIfRunning);
	}

	/**
	 * Return whether Spring, or the user, has cancelled the task.
	 */
	@Override
	public boolean isCancelled() {
		return this.task.isCancelled();
	}

	@Override
	public boolean isDone() {
		return this.task.isCancelled() || super.isDone();
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return this.task.delay(unit);
	}

	@Override
	public int compareTo(Delayed other) {
		return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
	}

}
