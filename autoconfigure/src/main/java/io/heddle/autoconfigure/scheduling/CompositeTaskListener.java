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

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.scheduling.RunningRun;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskListener;
import io.heddle.scheduling.TaskRun;

/**
 * Tells all listener beans, each in spite of the failures of the others.
 */
class CompositeTaskListener implements ScheduledTaskListener {

	private static final Log logger = LogFactory.getLog(CompositeTaskListener.class);

	private final Supplier<List<ScheduledTaskListener>> listeners;

	/**
	 * Create a listener.
	 * @param listeners the listener beans, asked for at the first event
	 */
	CompositeTaskListener(Supplier<List<ScheduledTaskListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onFailed(ScheduledTaskHandle task, TaskRun run, Throwable failure) {
		tell(task, (listener) -> listener.onFailed(task, run, failure));
	}

	@Override
	public void onStuck(ScheduledTaskHandle task, RunningRun run) {
		tell(task, (listener) -> listener.onStuck(task, run));
	}

	@Override
	public void onOverdue(ScheduledTaskHandle task, Duration late) {
		tell(task, (listener) -> listener.onOverdue(task, late));
	}

	private void tell(ScheduledTaskHandle task, Consumer<ScheduledTaskListener> event) {
		for (ScheduledTaskListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of scheduled task '" + task.id() + "' failed", ex);
			}
		}
	}

}
