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

package io.heddle.sync;

import java.time.Duration;

/**
 * Converts timeouts to nanoseconds without overflow.
 */
final class Timeouts {

	private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

	private Timeouts() {
	}

	static long nanos(Duration timeout) {
		if (timeout.isNegative()) {
			throw new IllegalArgumentException(
					"'timeout' must not be negative but is " + timeout + "; zero is for not waiting at all");
		}
		return (timeout.compareTo(LONGEST) < 0) ? timeout.toNanos() : Long.MAX_VALUE;
	}

}
