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

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueListener;

/**
 * Publishes what happens at queues as application events, but not that they are shut down
 * with their context.
 */
class QueueEventPublisher implements NamedQueueListener, ApplicationContextAware {

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onSaturated(NamedQueue<?> queue) {
		publish(new QueueSaturatedEvent(queue));
	}

	@Override
	public void onShutDown(NamedQueue<?> queue, int dropped) {
		publish(new QueueShutDownEvent(queue, dropped));
	}

	private void publish(QueueEvent event) {
		if (this.context instanceof ConfigurableApplicationContext configurable && configurable.isActive()
				&& !configurable.isClosed()) {
			configurable.publishEvent(event);
		}
	}

}
