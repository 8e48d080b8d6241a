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

import org.jspecify.annotations.Nullable;

/**
 * A hold that somebody has seen.
 *
 * @param number which one since the synchronizer was made
 * @param since when it was first seen
 */
record WitnessedHold(long number, long since) {

	/**
	 * Return the present hold as it was seen first.
	 * @param before the hold that was seen last
	 * @param number the number of the present hold
	 * @param now the present time
	 * @return the same if it is that
	 */
	static WitnessedHold of(@Nullable WitnessedHold before, long number, long now) {
		return (before != null && before.number() == number) ? before : new WitnessedHold(number, now);
	}

	static HolderSnapshot holder(Thread thread, int count, long nanos) {
		return new HolderSnapshot(thread.getName(), thread.getId(), ThreadKinds.isVirtual(thread), count,
				Duration.ofNanos(Math.max(0, nanos)));
	}

}
