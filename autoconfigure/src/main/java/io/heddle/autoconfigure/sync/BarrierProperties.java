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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of one named barrier.
 */
public class BarrierProperties {

	/**
	 * How many threads wait for each other. Must be set.
	 */
	private @Nullable Integer parties;

	/**
	 * How long a thread waits for the others before it breaks the barrier. Without limit
	 * if not set.
	 */
	private @Nullable Duration timeout;

	public @Nullable Integer getParties() {
		return this.parties;
	}

	public void setParties(@Nullable Integer parties) {
		this.parties = parties;
	}

	public @Nullable Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(@Nullable Duration timeout) {
		this.timeout = timeout;
	}

}
