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

package io.heddle.autoconfigure.queue;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueListener;

/**
 * Tells all listener beans, each in spite of the failures of the others.
 */
class CompositeQueueListener implements NamedQueueListener {

	private static final Log logger = LogFactory.getLog(CompositeQueueListener.class);

	private final Supplier<List<NamedQueueListener>> listeners;

	CompositeQueueListener(Supplier<List<NamedQueueListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onSaturated(NamedQueue<?> queue) {
		tell(queue, (listener) -> listener.onSaturated(queue));
	}

	@Override
	public void onShutDown(NamedQueue<?> queue, int dropped) {
		tell(queue, (listener) -> listener.onShutDown(queue, dropped));
	}

	private void tell(NamedQueue<?> queue, Consumer<NamedQueueListener> event) {
		for (NamedQueueListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of queue '" + queue.name() + "' failed", ex);
			}
		}
	}

}
