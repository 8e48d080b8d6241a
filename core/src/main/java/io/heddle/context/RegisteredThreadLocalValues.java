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

package io.heddle.context;

import java.util.List;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The values behind the accessors that are registered with Micrometer, at the time of
 * each call, without the accessor of the MDC.
 */
final class RegisteredThreadLocalValues implements ThreadLocalValues {

	/**
	 * The key of Micrometer's {@code Slf4jThreadLocalAccessor}.
	 */
	private static final Object MDC_KEY = "cp.slf4j";

	private final List<ThreadLocalAccessor<?>> accessors;

	private final ContextSnapshotFactory snapshotFactory;

	private final Runnable clear = this::clear;

	RegisteredThreadLocalValues(ContextRegistry registry) {
		this.accessors = registry.getThreadLocalAccessors();
		this.snapshotFactory = ContextSnapshotFactory.builder()
			.contextRegistry(registry)
			.captureKeyPredicate(RegisteredThreadLocalValues::isCarried)
			.clearMissing(true)
			.build();
	}

	/**
	 * Return the values behind the accessors of the global registry.
	 */
	static ThreadLocalValues global() {
		return new RegisteredThreadLocalValues(ContextRegistry.getInstance());
	}

	private static boolean isCarried(Object key) {
		return !MDC_KEY.equals(key);
	}

	@Override
	public @Nullable Object capture() {
		return hasValue() ? this.snapshotFactory.captureAll() : null;
	}

	@Override
	public Runnable set(@Nullable Object captured) {
		if (captured == null && !hasValue()) {
			return this.clear;
		}
		ContextSnapshot snapshot = (captured != null) ? (ContextSnapshot) captured : this.snapshotFactory.captureFrom();
		return snapshot.setThreadLocals(RegisteredThreadLocalValues::isCarried)::close;
	}

	private boolean hasValue() {
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			if (accessorWithValue(i) != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Put the values of a thread back that had none.
	 */
	private void clear() {
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			ThreadLocalAccessor<?> accessor = accessorWithValue(i);
			if (accessor != null) {
				accessor.restore();
			}
		}
	}

	/**
	 * Return an accessor if the thread has a value for it. To go by index, unlike an
	 * iterator, allocates nothing, and to go backwards misses none when one is removed
	 * meanwhile.
	 */
	private @Nullable ThreadLocalAccessor<?> accessorWithValue(int index) {
		ThreadLocalAccessor<?> accessor;
		try {
			accessor = this.accessors.get(index);
		}
		catch (IndexOutOfBoundsException ex) {
			return null;
		}
		return (isCarried(accessor.key()) && accessor.getValue() != null) ? accessor : null;
	}

}
