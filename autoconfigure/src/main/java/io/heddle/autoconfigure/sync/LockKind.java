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

import io.heddle.sync.NamedLock;
import io.heddle.sync.SynchronizerListener;

/**
 * Named locks.
 */
final class LockKind extends SynchronizerKind<LockProperties, NamedLock> {

	LockKind() {
		super("locks", "lock", NamedLock.class, LockProperties.class, LockProperties::new);
	}

	@Override
	NamedLock create(String name, LockProperties properties, SynchronizerListener listener) {
		return NamedLock.builder(name)
			.reentrant(properties.isReentrant())
			.fair(properties.isFair())
			.listener(listener)
			.build();
	}

	@Override
	Map<String, @Nullable Object> settings(LockProperties properties) {
		return Map.of("reentrant", properties.isReentrant(), "fair", properties.isFair());
	}

	@Override
	Map<String, @Nullable Object> settings(NamedLock lock) {
		return Map.of("reentrant", lock.isReentrant(), "fair", lock.isFair());
	}

}
