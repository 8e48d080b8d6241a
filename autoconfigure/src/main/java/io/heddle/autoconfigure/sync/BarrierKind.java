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

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.SynchronizerListener;

/**
 * Named barriers.
 */
final class BarrierKind extends SynchronizerKind<BarrierProperties, NamedBarrier> {

	BarrierKind() {
		super("barriers", "barrier", NamedBarrier.class, BarrierProperties.class, BarrierProperties::new);
	}

	@Override
	SynchronizerEntryValidator<BarrierProperties> validator(NamedEntry<BarrierProperties> entry) {
		return new BarrierEntryValidator(entry);
	}

	@Override
	NamedBarrier create(String name, BarrierProperties properties, SynchronizerListener listener) {
		Integer parties = properties.getParties();
		return NamedBarrier.builder(name, (parties != null) ? parties : 0)
			.timeout(properties.getTimeout())
			.listener(listener)
			.build();
	}

	@Override
	Map<String, @Nullable Object> settings(BarrierProperties properties) {
		Map<String, @Nullable Object> settings = new HashMap<>();
		settings.put("parties", properties.getParties());
		settings.put("timeout", properties.getTimeout());
		return settings;
	}

	@Override
	Map<String, @Nullable Object> settings(NamedBarrier barrier) {
		Map<String, @Nullable Object> settings = new HashMap<>();
		settings.put("parties", barrier.parties());
		settings.put("timeout", barrier.timeout());
		return settings;
	}

	private static final class BarrierEntryValidator extends SynchronizerEntryValidator<BarrierProperties> {

		BarrierEntryValidator(NamedEntry<BarrierProperties> entry) {
			super(entry);
		}

		@Override
		void validateProperties() {
			Integer parties = properties().getParties();
			if (parties == null && !entry().isDefaults()) {
				throw new InvalidPropertyException(entry().kind(), entry().key("parties"), null,
						entry().describe() + ": it is not set, so nobody knows how many threads are to meet",
						"Set it to the number of threads that wait for each other.");
			}
			check(parties == null || parties > 0, "parties", parties, "a barrier is for one thread at least",
					"Set it to the number of threads that wait for each other.");
			checkPositive("timeout", properties().getTimeout());
		}

	}

}
