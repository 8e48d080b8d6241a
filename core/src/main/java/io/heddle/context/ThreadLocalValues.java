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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The thread-local values that travel beside the MDC. This type keeps those of Micrometer
 * out of {@link ContextPropagation}, so that it works without them.
 */
interface ThreadLocalValues {

	/**
	 * No values at all.
	 */
	ThreadLocalValues NONE = new ThreadLocalValues() {

		@Override
		public @Nullable Object capture() {
			return null;
		}

		@Override
		public boolean isCurrent(@Nullable Object captured) {
			return true;
		}

		@Override
		public Runnable set(@Nullable Object captured) {
			return () -> {
			};
		}

		@Override
		public void clear() {
		}

	};

	/**
	 * Capture the values of the calling thread.
	 * @return the captured values, or {@code null} if there are none
	 */
	@Nullable Object capture();

	/**
	 * Return what of captured values can travel to another JVM.
	 * @param captured what {@link #capture()} returned
	 * @return the values by the key of their accessor
	 */
	default Map<String, Object> portable(@Nullable Object captured) {
		return Map.of();
	}

	/**
	 * Return captured values that have travelled to this JVM.
	 * @param portable the values by the key of their accessor
	 * @return what to {@linkplain #set}, or {@code null} if there is none
	 */
	default @Nullable Object capturedOf(Map<String, Object> portable) {
		return null;
	}

	/**
	 * Return whether to capture the values of the calling thread would give the same.
	 * @param captured what {@link #capture()} returned before
	 * @return whether the values are the same objects
	 */
	boolean isCurrent(@Nullable Object captured);

	/**
	 * Give the calling thread exactly the captured values.
	 * @param captured what {@link #capture()} returned
	 * @return what puts back the values that the thread had before
	 */
	Runnable set(@Nullable Object captured);

	/**
	 * Take away all values of the calling thread.
	 */
	void clear();

}
