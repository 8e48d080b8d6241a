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

package io.heddle.scheduling;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * When a scheduled task runs.
 *
 * @param kind the kind of the schedule
 * @param expression the cron expression, or the description of a schedule of another kind
 * that has no interval
 * @param zone the time zone of the cron expression, or {@code null} for that of the clock
 * @param interval the time between the runs, the delay of a task that runs once, or
 * {@code null} if there is none
 */
public record TaskSchedule(Kind kind, @Nullable String expression, @Nullable ZoneId zone, @Nullable Duration interval) {

	/**
	 * The longest time between runs: more than 292 million years.
	 */
	private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

	/**
	 * Return a schedule by a cron expression with six fields, the first for seconds.
	 * Whether it is valid is checked by the scheduler.
	 * @param expression the expression
	 * @return the schedule
	 * @throws IllegalArgumentException if there is no expression
	 */
	public static TaskSchedule cron(String expression) {
		return cron(expression, null);
	}

	/**
	 * Return a schedule by a cron expression in a time zone.
	 * @param expression the expression
	 * @param zone the time zone; if {@code null}, that which the task has had so far
	 * @return the schedule
	 * @throws IllegalArgumentException if there is no expression
	 */
	public static TaskSchedule cron(String expression, @Nullable ZoneId zone) {
		if (expression == null) {
			throw new IllegalArgumentException("A cron expression is needed but is null");
		}
		return new TaskSchedule(Kind.CRON, expression, zone, null);
	}

	/**
	 * Return a schedule with a fixed time from the start of a run to that of the next.
	 * @param period the time
	 * @return the schedule
	 * @throws IllegalArgumentException if it is not positive or more than
	 * {@link Long#MAX_VALUE} milliseconds
	 */
	public static TaskSchedule fixedRate(Duration period) {
		return new TaskSchedule(Kind.FIXED_RATE, null, null, positive(period));
	}

	/**
	 * Return a schedule with a fixed time from the end of a run to the start of the next.
	 * @param delay the time
	 * @return the schedule
	 * @throws IllegalArgumentException if it is not positive or more than
	 * {@link Long#MAX_VALUE} milliseconds
	 */
	public static TaskSchedule fixedDelay(Duration delay) {
		return new TaskSchedule(Kind.FIXED_DELAY, null, null, positive(delay));
	}

	/**
	 * Return the schedule of a task that runs once.
	 * @param delay how long after its registration
	 * @return the schedule
	 */
	public static TaskSchedule oneTime(Duration delay) {
		return new TaskSchedule(Kind.ONE_TIME, null, null, delay);
	}

	/**
	 * Return a schedule of which nothing is known but a description.
	 * @param description the description
	 * @return the schedule
	 */
	public static TaskSchedule custom(String description) {
		return new TaskSchedule(Kind.CUSTOM, description, null, null);
	}

	private static Duration positive(Duration interval) {
		if (interval.isZero() || interval.isNegative()) {
			throw new IllegalArgumentException("The time between runs must be positive but is " + interval);
		}
		if (interval.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"The time between runs must not be more than " + LONGEST + " but is " + interval);
		}
		return interval;
	}

	/**
	 * Return the schedule for messages, such as {@code cron 0 0 3 * * *}.
	 */
	@Override
	public String toString() {
		Object detail = (this.interval != null) ? this.interval : this.expression;
		String text = this.kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + detail;
		return (this.zone != null) ? text + " in " + this.zone : text;
	}

	/**
	 * The kinds of schedules.
	 */
	public enum Kind {

		/**
		 * By a cron expression.
		 */
		CRON,

		/**
		 * With a fixed time from the start of a run to that of the next.
		 */
		FIXED_RATE,

		/**
		 * With a fixed time from the end of a run to the start of the next.
		 */
		FIXED_DELAY,

		/**
		 * Once.
		 */
		ONE_TIME,

		/**
		 * By the application's own code.
		 */
		CUSTOM

	}

}
