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
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

import io.heddle.scheduling.ScheduleLimits;
import io.heddle.scheduling.TaskDriver;
import io.heddle.scheduling.TaskSchedule;

/**
 * Lets a task run on a scheduler of Spring. As long as the task has the schedule of its
 * code, it is scheduled by the same call that Spring would make.
 */
class SpringTaskDriver implements TaskDriver {

	private final Runnable task;

	private final TargetScheduler target;

	private final TaskStart start;

	private final Supplier<ScheduleLimits> limits;

	/** That of who has registered the task, not of who changes its schedule. **/
	private final UnaryOperator<Runnable> context;

	SpringTaskDriver(Runnable task, TargetScheduler target, TaskStart start, Supplier<ScheduleLimits> limits) {
		this.task = task;
		this.target = target;
		this.start = start;
		this.limits = limits;
		this.context = (target.scheduler() instanceof NamedTaskScheduler scheduler) ? scheduler.captureContext()
				: UnaryOperator.identity();
	}

	@Override
	public @Nullable ScheduledFuture<?> start(TaskSchedule schedule, boolean first, Runnable run) {
		Runnable steered = this.context.apply(new SteeredRunnable(this.task, run));
		TaskScheduler scheduler = this.target.scheduler();
		if (this.start.trigger() != null && schedule.equals(this.start.schedule())) {
			return scheduler.schedule(steered, this.start.trigger());
		}
		return switch (schedule.kind()) {
			case CRON -> scheduler.schedule(steered, cron(schedule));
			case FIXED_RATE -> fixedRate(schedule, first, steered);
			case FIXED_DELAY -> fixedDelay(schedule, first, steered);
			case ONE_TIME -> oneTime(first, steered);
			case CUSTOM -> throw new IllegalArgumentException("There is no trigger for '" + schedule + "'");
		};
	}

	private static CronTrigger cron(TaskSchedule schedule) {
		String expression = Objects.requireNonNull(schedule.expression());
		ZoneId zone = schedule.zone();
		return (zone != null) ? new CronTrigger(expression, zone) : new CronTrigger(expression);
	}

	private ScheduledFuture<?> fixedRate(TaskSchedule schedule, boolean first, Runnable run) {
		Instant start = firstRun(schedule, first);
		return (start != null)
				? this.target.scheduler().scheduleAtFixedRate(run, start, Objects.requireNonNull(schedule.interval()))
				: this.target.scheduler().scheduleAtFixedRate(run, Objects.requireNonNull(schedule.interval()));
	}

	private ScheduledFuture<?> fixedDelay(TaskSchedule schedule, boolean first, Runnable run) {
		Instant start = firstRun(schedule, first);
		return (start != null)
				? this.target.scheduler()
					.scheduleWithFixedDelay(run, start, Objects.requireNonNull(schedule.interval()))
				: this.target.scheduler().scheduleWithFixedDelay(run, Objects.requireNonNull(schedule.interval()));
	}

	/**
	 * An initial delay counts only once, and only for a schedule that has one.
	 */
	private @Nullable Instant firstRun(TaskSchedule schedule, boolean first) {
		return (first && this.start.isPeriodic() && this.start.trigger() == null) ? this.start.start()
				: this.target.after(schedule.interval());
	}

	private @Nullable ScheduledFuture<?> oneTime(boolean first, Runnable run) {
		Instant start = this.start.start();
		return (start != null && (first || start.isAfter(clock().instant())))
				? this.target.scheduler().schedule(run, start) : null;
	}

	@Override
	public void execute(Runnable run) {
		this.target.scheduler().schedule(new SteeredRunnable(this.task, run), this.target.after(null));
	}

	@Override
	public InstantSource clock() {
		return this.target.scheduler().getClock();
	}

	@Override
	public ScheduleLimits limits() {
		return this.limits.get();
	}

}
