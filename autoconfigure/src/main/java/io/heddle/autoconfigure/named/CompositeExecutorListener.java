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

package io.heddle.autoconfigure.named;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunningTask;

/**
 * Tells all listener beans, each in spite of the failures of the others, and shows them
 * the executor bean.
 */
public class CompositeExecutorListener implements ExecutorListener {

	private static final Log logger = LogFactory.getLog(CompositeExecutorListener.class);

	private final NamedExecutor bean;

	private final Supplier<List<ExecutorListener>> listeners;

	/**
	 * Create a listener.
	 * @param bean the executor bean
	 * @param listeners the listener beans, asked for at the first event
	 */
	public CompositeExecutorListener(NamedExecutor bean, Supplier<List<ExecutorListener>> listeners) {
		this.bean = bean;
		this.listeners = listeners;
	}

	@Override
	public void onSaturated(NamedExecutor executor) {
		tell((listener) -> listener.onSaturated(this.bean));
	}

	@Override
	public void onRejected(NamedExecutor executor, String task) {
		tell((listener) -> listener.onRejected(this.bean, task));
	}

	@Override
	public void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
		tell((listener) -> listener.onTimedOut(this.bean, taskId, task, limit, running));
	}

	@Override
	public void onStuck(NamedExecutor executor, RunningTask task) {
		tell((listener) -> listener.onStuck(this.bean, task));
	}

	/**
	 * Tell all listeners.
	 * @param event what to tell each
	 */
	protected final void tell(Consumer<ExecutorListener> event) {
		for (ExecutorListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of executor '" + this.bean.name() + "' failed", ex);
			}
		}
	}

}
