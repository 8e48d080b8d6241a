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

package io.heddle.actuate.scheduling;

import java.time.Duration;
import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.TaskSchedule;

/**
 * When a task runs.
 *
 * @param type {@code cron}, {@code fixedRate}, {@code fixedDelay}, {@code oneTime} or
 * {@code custom}
 * @param expression the cron expression, or what is known of a custom trigger
 * @param zone the time zone of the cron expression if it has one of its own
 * @param interval the time between runs, or the delay of a task that runs once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriggerDescriptor(String type, @Nullable String expression, @Nullable String zone,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration interval) {

	static TriggerDescriptor of(TaskSchedule schedule) {
		ZoneId zone = schedule.zone();
		return new TriggerDescriptor(type(schedule.kind()), schedule.expression(), (zone != null) ? zone.getId() : null,
				schedule.interval());
	}

	private static String type(TaskSchedule.Kind kind) {
		return switch (kind) {
			case CRON -> "cron";
			case FIXED_RATE -> "fixedRate";
			case FIXED_DELAY -> "fixedDelay";
			case ONE_TIME -> "oneTime";
			case CUSTOM -> "custom";
		};
	}

}
