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

package io.heddle.actuate.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.convert.DurationStyle;

import io.heddle.actuate.named.RequestValue;

/**
 * What a client wants to change about an executor; what is {@code null} stays as it is.
 *
 * @param corePoolSize the number of core threads
 * @param maxPoolSize the maximum number of threads
 * @param queueCapacity the queue capacity
 * @param keepAlive the idle time after which a thread ends
 * @param paused whether to hold back the tasks that wait
 */
record ExecutorChange(@Nullable Integer corePoolSize, @Nullable Integer maxPoolSize, @Nullable Integer queueCapacity,
		@Nullable Duration keepAlive, @Nullable Boolean paused) {

	static final String KEYS = "corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused";

	static ExecutorChange parse(@Nullable String corePoolSize, @Nullable String maxPoolSize,
			@Nullable String queueCapacity, @Nullable String keepAlive, @Nullable String paused) {
		return new ExecutorChange(parseNumber("corePoolSize", corePoolSize), parseNumber("maxPoolSize", maxPoolSize),
				parseNumber("queueCapacity", queueCapacity), parseDuration("keepAlive", keepAlive),
				new RequestValue("paused", paused).asBoolean());
	}

	private static @Nullable Integer parseNumber(String key, @Nullable String value) {
		return new RequestValue(key, value).asNumber();
	}

	private static @Nullable Duration parseDuration(String key, @Nullable String value) {
		return new RequestValue(key, value).as(ExecutorChange::toDuration,
				"a duration with its unit, such as 30s or PT30S");
	}

	private static Duration toDuration(String value) {
		if (value.chars().allMatch(Character::isDigit)) {
			throw new IllegalArgumentException("The unit is missing");
		}
		Duration duration = DurationStyle.detectAndParse(value);
		duration.toNanos();
		return duration;
	}

	/**
	 * Check that this change has at least one value.
	 * @throws InvalidEndpointRequestException if it has none
	 */
	void requireSomething() {
		if (this.corePoolSize == null && this.maxPoolSize == null && this.queueCapacity == null
				&& this.keepAlive == null && this.paused == null) {
			throw invalid("There is nothing to change. Send one or more of " + KEYS);
		}
	}

	/**
	 * Check the range of all values.
	 * @param leastCoreSize the fewest core threads
	 * @param coreSize the current number of core threads
	 * @param maxSize the current maximum number of threads
	 * @throws InvalidEndpointRequestException if a value is out of range
	 */
	void requireRange(int leastCoreSize, int coreSize, int maxSize) {
		requireAtLeast("corePoolSize", this.corePoolSize, leastCoreSize);
		requireAtLeast("maxPoolSize", this.maxPoolSize, 1);
		requireAtLeast("queueCapacity", this.queueCapacity, 1);
		if (this.keepAlive != null && this.keepAlive.isNegative()) {
			throw invalid("'keepAlive' must not be negative but is " + this.keepAlive);
		}
		if (this.maxPoolSize != null
				&& this.maxPoolSize < ((this.corePoolSize != null) ? this.corePoolSize : coreSize)) {
			throw (this.corePoolSize != null)
					? invalid("'maxPoolSize' " + this.maxPoolSize + " is below 'corePoolSize' " + this.corePoolSize
							+ ". Raise 'maxPoolSize' or lower 'corePoolSize'")
					: invalid("'maxPoolSize' " + this.maxPoolSize + " is below the current core pool size " + coreSize
							+ ". Raise it or lower 'corePoolSize' in the same request");
		}
		if (this.maxPoolSize == null && this.corePoolSize != null && this.corePoolSize > maxSize) {
			throw invalid("'corePoolSize' " + this.corePoolSize + " is above the current maximum pool size " + maxSize
					+ ". Lower it or raise 'maxPoolSize' in the same request");
		}
	}

	private void requireAtLeast(String key, @Nullable Integer value, int least) {
		if (value != null && value < least) {
			throw invalid("'" + key + "' must be at least " + least + " but is " + value);
		}
	}

	static InvalidEndpointRequestException invalid(String message) {
		return RequestValue.invalid(message);
	}

}
