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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;

import io.heddle.actuate.named.RequestValue;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.TaskSchedule;

/**
 * What a client wants to do to a task: one action, or one new schedule.
 *
 * @param action the action, or {@code null}
 * @param schedule the new schedule, or {@code null}
 */
record TaskChange(@Nullable Action action, @Nullable TaskSchedule schedule) {

	static final String KEYS = "task, action, cron, fixedRate, fixedDelay";

	/**
	 * Return the change that was written.
	 * @param action {@code trigger}, {@code pause}, {@code resume} or {@code cancel}
	 * @param cron a cron expression
	 * @param fixedRate the time from the start of a run to that of the next
	 * @param fixedDelay the time from the end of a run to the start of the next
	 * @return the change
	 * @throws InvalidEndpointRequestException if not exactly one is given, or it is
	 * invalid
	 */
	static TaskChange parse(@Nullable String action, @Nullable String cron, @Nullable String fixedRate,
			@Nullable String fixedDelay) {
		long given = Stream.of(action, cron, fixedRate, fixedDelay).filter(Objects::nonNull).count();
		if (given != 1) {
			throw RequestValue.invalid(((given == 0) ? "There is nothing to do" : "That is more than one thing to do")
					+ ". Send one of action, cron, fixedRate, fixedDelay beside the task");
		}
		return new TaskChange(new RequestValue("action", action).as(Action::of, "trigger, pause, resume or cancel"),
				schedule(new RequestValue("cron", cron), new RequestValue("fixedRate", fixedRate),
						new RequestValue("fixedDelay", fixedDelay)));
	}

	private static @Nullable TaskSchedule schedule(RequestValue cron, RequestValue fixedRate, RequestValue fixedDelay) {
		TaskSchedule byCron = cron.as((text) -> TaskSchedule.cron(CronExpression.parse(text).toString()),
				"a cron expression with six fields, such as 0 0 3 * * *");
		if (byCron != null) {
			return byCron;
		}
		String duration = "a positive duration with its unit, such as 30s or PT30S";
		TaskSchedule byRate = fixedRate.as((text) -> TaskSchedule.fixedRate(toDuration(text)), duration);
		return (byRate != null) ? byRate : fixedDelay.as((text) -> TaskSchedule.fixedDelay(toDuration(text)), duration);
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
	 * Find the task that is meant.
	 * @param tasks the tasks of the scheduler
	 * @param scheduler the name of the scheduler
	 * @param id the identifier that was sent
	 * @return the task
	 * @throws InvalidEndpointRequestException if there is none
	 */
	static ScheduledTaskHandle find(List<ScheduledTaskHandle> tasks, String scheduler, @Nullable String id) {
		return tasks.stream().filter((task) -> task.id().equals(id)).findFirst().orElseThrow(() -> {
			String ids = tasks.isEmpty() ? "It has none"
					: "Its tasks are: " + String.join(", ", tasks.stream().map(ScheduledTaskHandle::id).toList());
			return RequestValue.invalid(((id != null) ? "Scheduler '" + scheduler + "' has no task '" + id + "'"
					: "'task' is missing. Send the id of a task") + ". " + ids);
		});
	}

	/**
	 * Do it.
	 * @param task the task
	 * @throws InvalidEndpointRequestException if the task cannot do it now
	 */
	void apply(ScheduledTaskHandle task) {
		try {
			if (this.schedule != null) {
				task.reschedule(this.schedule);
			}
			if (this.action != null) {
				this.action.apply(task);
			}
		}
		catch (RejectedExecutionException ex) {
			throw RequestValue.invalid("Scheduler '" + task.scheduler() + "' takes no tasks any more");
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw RequestValue.invalid(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * What can be done to a task.
	 */
	enum Action {

		TRIGGER, PAUSE, RESUME, CANCEL;

		static Action of(String text) {
			return switch (text) {
				case "trigger" -> TRIGGER;
				case "pause" -> PAUSE;
				case "resume" -> RESUME;
				case "cancel" -> CANCEL;
				default -> throw new IllegalArgumentException("No action");
			};
		}

		void apply(ScheduledTaskHandle task) {
			switch (this) {
				case TRIGGER -> task.trigger();
				case PAUSE -> task.pause();
				case RESUME -> task.resume();
				case CANCEL -> task.cancel();
			}
		}

	}

}
