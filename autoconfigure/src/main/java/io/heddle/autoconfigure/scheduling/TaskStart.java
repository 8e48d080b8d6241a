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

package io.heddle.autoconfigure.scheduling;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;

import io.heddle.scheduling.TaskSchedule;
import io.heddle.scheduling.TaskSchedule.Kind;

/**
 * How the code of a task wants it to be scheduled.
 *
 * @param schedule the schedule
 * @param trigger the trigger, or {@code null} if there is none
 * @param start when it is to run first, or {@code null} for at once
 */
record TaskStart(TaskSchedule schedule, @Nullable Trigger trigger, @Nullable Instant start) {

	/**
	 * Return the start of a task with a trigger.
	 * @param trigger the trigger
	 * @param method the method of the task, which knows the time zone of its cron
	 * expression
	 * @return the start
	 */
	static TaskStart of(Trigger trigger, ScheduledMethod method) {
		return new TaskStart(schedule(trigger, method), trigger, null);
	}

	private static TaskSchedule schedule(Trigger trigger, ScheduledMethod method) {
		if (trigger instanceof CronTrigger cron) {
			return TaskSchedule.cron(cron.getExpression(), method.zone(cron));
		}
		if (trigger instanceof PeriodicTrigger periodic) {
			return new TaskSchedule(periodic.isFixedRate() ? Kind.FIXED_RATE : Kind.FIXED_DELAY, null, null,
					periodic.getPeriodDuration());
		}
		return TaskSchedule.custom(ScheduledMethod.describe(trigger));
	}

	boolean isPeriodic() {
		return this.schedule.kind() == Kind.FIXED_RATE || this.schedule.kind() == Kind.FIXED_DELAY;
	}

}
