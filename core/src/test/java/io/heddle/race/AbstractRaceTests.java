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

package io.heddle.race;

import java.time.Duration;

/**
 * Base of the tests that race: each race is run for a moment. To run it long, extend such
 * a test, tag it with {@code long} and return {@link #longRun()} as duration.
 */
public abstract class AbstractRaceTests {

	/**
	 * Return how long to run each race.
	 * @return a moment
	 */
	protected Duration duration() {
		return Duration.ofMillis(Long.getLong("heddle.race.millis", 200));
	}

	/**
	 * Return a long duration: a second, or the 360th part of the time that the chaos
	 * takes, if that is given.
	 * @return the long duration
	 */
	protected static Duration longRun() {
		return Duration.ofMillis(Math.max(1000, Long.getLong("heddle.chaos.seconds", 0) * 1000 / 360));
	}

}
