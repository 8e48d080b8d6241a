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

package io.heddle.test.scheduling;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the schedulers of an application go by a {@link VirtualClock} in a test: every
 * {@code ThreadPoolTaskScheduler}, {@code SimpleAsyncTaskScheduler},
 * {@code ConcurrentTaskScheduler} and {@code ScheduledExecutorService} among the beans,
 * and with them all {@code @Scheduled} methods. Nothing runs until the test advances the
 * clock; then tasks run in its thread, one after the other.
 * <p>
 * The clock is a bean, a primary one: it can be injected into the test as
 * {@code VirtualClock}, and is what the application gets where it asks for a
 * {@link java.time.Clock} or {@link java.time.InstantSource}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface VirtualTime {

	/**
	 * The time when the application starts, as {@link java.time.Instant#parse} reads it.
	 * @return the time
	 */
	String start() default "2026-01-01T00:00:00Z";

	/**
	 * The zone of the clock, as {@link java.time.ZoneId#of(String)} reads it: that of
	 * cron expressions without a zone of their own.
	 * @return the zone
	 */
	String zone() default "UTC";

}
