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

package io.heddle.actuate.executor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorResize;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.ThreadKind;

/**
 * {@link ObservedExecutor} for a {@link NamedExecutor}.
 */
class ObservedNamedExecutor implements ObservedExecutor {

	private static final int MAX_QUEUED = 100;

	private final NamedExecutor executor;

	ObservedNamedExecutor(NamedExecutor executor) {
		this.executor = executor;
	}

	@Override
	public ExecutorDescriptor describe() {
		return describe(null, null);
	}

	@Override
	public ExecutorDescriptor describeInDetail() {
		return describe(this.executor.running().stream().map(RunningTaskDescriptor::of).toList(),
				this.executor.queued().stream().limit(MAX_QUEUED).map(QueuedTaskDescriptor::of).toList());
	}

	private ExecutorDescriptor describe(@Nullable List<RunningTaskDescriptor> running,
			@Nullable List<QueuedTaskDescriptor> queued) {
		ExecutorSnapshot snapshot = this.executor.snapshot();
		return new ExecutorDescriptor(ExecutorOrigin.HEDDLE.toString(), null, null,
				snapshot.threads().name().toLowerCase(Locale.ROOT), snapshot.active(), snapshot.poolSize(),
				snapshot.corePoolSize(), snapshot.maxPoolSize(), snapshot.keepAlive(),
				QueueDescriptor.of(snapshot.queue()), TasksDescriptor.of(snapshot.tasks()), snapshot.stuck(),
				snapshot.paused(), running, queued);
	}

	@Override
	public void change(ExecutorChange change) {
		ExecutorSnapshot snapshot = this.executor.snapshot();
		if (snapshot.threads() == ThreadKind.VIRTUAL) {
			refuse("corePoolSize", change.corePoolSize());
			refuse("keepAlive", change.keepAlive());
		}
		change.requireRange(1, snapshot.corePoolSize(), snapshot.maxPoolSize());
		ExecutorResize resize = new ExecutorResize(change.corePoolSize(), change.maxPoolSize(), change.queueCapacity(),
				change.keepAlive());
		try {
			if (!resize.equals(ExecutorResize.of())) {
				this.executor.resize(resize);
			}
		}
		catch (IllegalArgumentException | UnsupportedOperationException ex) {
			throw ExecutorChange.invalid(Objects.requireNonNullElseGet(ex.getMessage(), ex::toString));
		}
		if (change.paused() != null) {
			pause(change.paused());
		}
	}

	private void refuse(String key, @Nullable Object value) {
		if (value != null) {
			throw ExecutorChange.invalid("'" + key + "' cannot be set to '" + value + "': executor '"
					+ this.executor.name() + "' runs each task in a virtual thread of its own. Set 'maxPoolSize', the "
					+ "most tasks at once, instead");
		}
	}

	private void pause(boolean paused) {
		if (paused) {
			this.executor.pause();
		}
		else {
			this.executor.resume();
		}
	}

	@Override
	public boolean cancel(long taskId) {
		return this.executor.cancel(taskId);
	}

}
