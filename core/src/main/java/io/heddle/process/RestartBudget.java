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

package io.heddle.process;

import java.time.Duration;

/**
 * How often dead workers are replaced. Immutable.
 *
 * @param max how many deaths within the window are replaced without delay; at least 1
 * @param within the window
 * @param backoff the first delay once there were more
 */
public record RestartBudget(int max, Duration within, Duration backoff) {

	/**
	 * Five deaths a minute, then delays from 200 ms on.
	 */
	public static final RestartBudget DEFAULT = new RestartBudget(5, Duration.ofMinutes(1), Duration.ofMillis(200));

	public RestartBudget {
		if (max < 1) {
			throw new IllegalArgumentException("'max' must be at least 1 but is " + max);
		}
		if (within.isNegative() || within.isZero()) {
			throw new IllegalArgumentException("'within' must be positive but is " + within);
		}
		if (backoff.isNegative()) {
			throw new IllegalArgumentException("'backoff' must not be negative but is " + backoff);
		}
	}

}
