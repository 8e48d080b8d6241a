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

import java.util.Map;

import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.NamedEnvironmentChangeListener;
import io.heddle.autoconfigure.named.SettingsChange;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueSnapshot;

/**
 * Says which changed properties of queues need a restart: all of them.
 */
@SuppressWarnings("rawtypes")
class QueueEnvironmentChangeListener extends NamedEnvironmentChangeListener<NamedQueue, QueueSettings> {

	QueueEnvironmentChangeListener() {
		super(QueuePropertiesBinder.KIND, NamedQueue.class);
	}

	@Override
	protected Map<String, QueueSettings> bind(Environment environment) {
		return new QueuePropertiesBinder(environment).bind();
	}

	@Override
	protected void apply(NamedQueue queue, QueueSettings settings) {
		SettingsChange<QueueSettings> change = new SettingsChange<>(settings(queue, settings), settings,
				QueuePropertiesBinder.KIND.key(settings.name()));
		change.needsRestart("type", QueueSettings::type);
		change.needsRestart("capacity", QueueSettings::capacity);
		change.warnOfRestart();
	}

	private static QueueSettings settings(NamedQueue queue, QueueSettings settings) {
		NamedQueueSnapshot snapshot = queue.snapshot();
		Integer capacity = snapshot.capacity();
		return new QueueSettings(settings.name(), snapshot.type(), (capacity != null) ? capacity : 0,
				settings.propagateContext());
	}

}
