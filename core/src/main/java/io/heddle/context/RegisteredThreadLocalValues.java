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
import java.util.Map;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The values behind the accessors that are registered with Micrometer, at the time of
 * each call, without the accessors of the MDC and of context variables.
 */
final class RegisteredThreadLocalValues implements ThreadLocalValues {

	private final List<ThreadLocalAccessor<?>> accessors;

	private final Runnable clear = () -> clear(null);

	RegisteredThreadLocalValues(ContextRegistry registry) {
		this.accessors = registry.getThreadLocalAccessors();
	}

	/**
	 * Return the values behind the accessors of the global registry.
	 */
	static ThreadLocalValues global() {
		return new RegisteredThreadLocalValues(ContextRegistry.getInstance());
	}

	@Override
	public @Nullable Object capture() {
		AccessorValues captured = null;
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			ThreadLocalAccessor<?> accessor = accessor(i);
			Object value = (accessor != null) ? accessor.getValue() : null;
			if (accessor != null && value != null) {
				captured = (captured != null) ? captured : new AccessorValues(i + 1);
				captured.add(accessor, value);
			}
		}
		return captured;
	}

	@Override
	public boolean isCurrent(@Nullable Object captured) {
		AccessorValues values = (AccessorValues) captured;
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			ThreadLocalAccessor<?> accessor = accessor(i);
			if (accessor != null && accessor.getValue() != ((values != null) ? values.get(accessor) : null)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public Runnable set(@Nullable Object captured) {
		AccessorValues values = (AccessorValues) captured;
		AccessorValues previous = null;
		int size = this.accessors.size();
		boolean allSet = true;
		try {
			for (int i = size - 1; i >= 0; i--) {
				ThreadLocalAccessor<?> accessor = accessor(i);
				if (accessor != null) {
					Object value = (values != null) ? values.get(accessor) : null;
					Object before = accessor.getValue();
					if (value != null || before != null) {
						previous = (previous != null) ? previous : new AccessorValues(i + 1);
						AccessorValues.set(accessor, value);
						previous.add(accessor, before);
					}
					else {
						allSet = false;
					}
				}
			}
		}
		catch (RuntimeException | Error ex) {
			restore(previous);
			throw ex;
		}
		return restorer(previous, allSet, size);
	}

	private Runnable restorer(@Nullable AccessorValues previous, boolean allSet, int size) {
		if (previous == null) {
			return this.clear;
		}
		return () -> {
			if (allSet && this.accessors.size() == size) {
				previous.restore();
			}
			else {
				restore(previous);
			}
		};
	}

	@Override
	public Map<String, Object> portable(@Nullable Object captured) {
		return (captured != null) ? ((AccessorValues) captured).portable() : Map.of();
	}

	@Override
	public @Nullable Object capturedOf(Map<String, Object> portable) {
		AccessorValues values = null;
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			ThreadLocalAccessor<?> accessor = accessor(i);
			Object value = (accessor != null && accessor.key() instanceof String key) ? portable.get(key) : null;
			if (accessor != null && value != null) {
				values = (values != null) ? values : new AccessorValues(i + 1);
				values.add(accessor, value);
			}
		}
		return values;
	}

	@Override
	public void clear() {
		clear(null);
	}

	private void restore(@Nullable AccessorValues previous) {
		if (previous != null) {
			previous.restore();
		}
		clear(previous);
	}

	/**
	 * Clear what the task has set where neither it nor the thread had a value, all of it
	 * even if one accessor fails.
	 */
	private void clear(@Nullable AccessorValues except) {
		Throwable failure = null;
		for (int i = this.accessors.size() - 1; i >= 0; i--) {
			ThreadLocalAccessor<?> accessor = accessor(i);
			// a look at a value costs more than one at the list, and may create an entry
			boolean restored = accessor != null && except != null && except.contains(accessor);
			try {
				if (accessor != null && !restored && accessor.getValue() != null) {
					accessor.restore();
				}
			}
			catch (RuntimeException | Error ex) {
				failure = ex;
			}
		}
		if (failure instanceof RuntimeException exception) {
			throw exception;
		}
		if (failure instanceof Error error) {
			throw error;
		}
	}

	/**
	 * Return an accessor. To go by index, unlike an iterator, allocates nothing, and to
	 * go backwards misses none when one is removed meanwhile.
	 */
	private @Nullable ThreadLocalAccessor<?> accessor(int index) {
		try {
			ThreadLocalAccessor<?> accessor = this.accessors.get(index);
			return (accessor instanceof Slf4jThreadLocalAccessor || accessor instanceof ContextThreadLocalAccessor)
					? null : accessor;
		}
		catch (IndexOutOfBoundsException ex) {
			return null;
		}
	}

}
