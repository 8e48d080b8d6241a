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

package io.heddle.autoconfigure.process;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How a pool is shut down with its context.
 *
 * @param awaitTermination whether its tasks are finished
 * @param period how long they are waited for
 * @param killGrace how long a worker may take to end
 */
record ProcessPoolShutdown(boolean awaitTermination, Duration period, Duration killGrace) {

	private static final String SPRING = "spring.task.execution.shutdown.";

	/**
	 * Return the shutdown of a pool. What it does not say, Spring Boot's properties say.
	 * @param properties the properties of the pool
	 * @param environment the environment
	 * @return the shutdown
	 */
	static ProcessPoolShutdown of(ProcessPoolProperties properties, Environment environment) {
		Binder binder = Binder.get(environment);
		Boolean await = properties.getShutdown().getAwaitTermination();
		Duration period = properties.getShutdown().getPeriod();
		if (await == null) {
			await = period != null || binder.bind(SPRING + "await-termination", Boolean.class).orElse(false);
		}
		return new ProcessPoolShutdown(await, (period != null) ? period : springPeriod(binder),
				properties.getKillGrace());
	}

	private static Duration springPeriod(Binder binder) {
		@Nullable Duration period = binder.bind(SPRING + "await-termination-period", Duration.class).orElse(null);
		return (period != null) ? period : Duration.ZERO;
	}

}
