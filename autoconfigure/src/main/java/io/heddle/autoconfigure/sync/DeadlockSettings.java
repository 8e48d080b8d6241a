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

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;

/**
 * The valid settings of the search for deadlocks.
 *
 * @param checkInterval the time from one look to the next
 * @param explicit whether it is set, rather than what holds by default
 */
record DeadlockSettings(Duration checkInterval, boolean explicit) {

	private static final Duration SHORTEST = Duration.ofMillis(10);

	private static final String PREFIX = "heddle.deadlocks";

	/**
	 * Return the settings of an environment.
	 * @param environment the environment
	 * @return the settings
	 * @throws InvalidPropertyException if a value is impossible
	 */
	static DeadlockSettings of(Environment environment) {
		BindResult<DeadlockProperties> bound = Binder.get(environment)
			.bind(PREFIX, Bindable.of(DeadlockProperties.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
		Duration interval = bound.orElseGet(DeadlockProperties::new).getCheckInterval();
		if (interval.isNegative()) {
			String key = PREFIX + ".check-interval";
			throw new InvalidPropertyException(null, key, environment.getProperty(key),
					"nobody can look before the last look",
					"Set it to a positive duration, for example '10s', or to 0 to look only when asked.");
		}
		if (!interval.isZero() && interval.compareTo(SHORTEST) < 0) {
			String key = PREFIX + ".check-interval";
			throw new InvalidPropertyException(null, key, environment.getProperty(key),
					"a look at all threads takes longer than that",
					"Set it to '10ms' or more, for example '10s', or to 0 to look only when asked.");
		}
		return new DeadlockSettings(interval, bound.isBound());
	}

	/**
	 * Return whether to look again and again.
	 * @param anythingToHold whether there are named locks or semaphores
	 * @return whether to look
	 */
	boolean isPeriodic(boolean anythingToHold) {
		return !this.checkInterval.isZero() && (this.explicit || anythingToHold);
	}

}
