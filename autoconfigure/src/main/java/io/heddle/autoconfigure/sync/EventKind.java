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

package io.heddle.autoconfigure.sync;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.sync.NamedEvent;
import io.heddle.sync.SynchronizerListener;

/**
 * Named events.
 */
final class EventKind extends SynchronizerKind<EventProperties, NamedEvent> {

	EventKind() {
		super("events", "event", NamedEvent.class, EventProperties.class, EventProperties::new);
	}

	@Override
	NamedEvent create(String name, EventProperties properties, SynchronizerListener listener) {
		return NamedEvent.builder(name).set(properties.isSet()).listener(listener).build();
	}

	/**
	 * How an event begins is of no interest any more.
	 */
	@Override
	Map<String, @Nullable Object> settings(EventProperties properties) {
		return Map.of();
	}

	@Override
	Map<String, @Nullable Object> settings(NamedEvent event) {
		return Map.of();
	}

}
