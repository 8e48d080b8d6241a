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

import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.SynchronizerListener;

/**
 * Named semaphores.
 */
final class SemaphoreKind extends SynchronizerKind<SemaphoreProperties, NamedSemaphore> {

	SemaphoreKind() {
		super("semaphores", "semaphore", NamedSemaphore.class, SemaphoreProperties.class, SemaphoreProperties::new);
	}

	@Override
	SynchronizerEntryValidator<SemaphoreProperties> validator(NamedEntry<SemaphoreProperties> entry) {
		return new SemaphoreEntryValidator(entry);
	}

	@Override
	NamedSemaphore create(String name, SemaphoreProperties properties, SynchronizerListener listener) {
		return NamedSemaphore.builder(name)
			.permits(properties.getPermits())
			.fair(properties.isFair())
			.bounded(properties.isBounded())
			.listener(listener)
			.build();
	}

	@Override
	Map<String, @Nullable Object> settings(SemaphoreProperties properties) {
		return Map.of("permits", properties.getPermits(), "fair", properties.isFair(), "bounded",
				properties.isBounded());
	}

	@Override
	Map<String, @Nullable Object> settings(NamedSemaphore semaphore) {
		return Map.of("permits", semaphore.permits(), "fair", semaphore.isFair(), "bounded", semaphore.isBounded());
	}

	private static final class SemaphoreEntryValidator extends SynchronizerEntryValidator<SemaphoreProperties> {

		SemaphoreEntryValidator(NamedEntry<SemaphoreProperties> entry) {
			super(entry);
		}

		@Override
		void validateProperties() {
			int permits = properties().getPermits();
			check(permits >= 0, "permits", permits, "a semaphore cannot have less than no permit",
					"Set it to 1 or more.");
			check(permits > 0 || !properties().isBounded(), "permits", permits,
					"a bounded semaphore without permits would let nobody through, ever",
					"Set it to 1 or more, or set '" + entry().key("bounded")
							+ "' to false to release permits that it did not have at the beginning.");
		}

	}

}
