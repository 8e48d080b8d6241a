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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

import io.heddle.scheduling.TaskSchedule;
import io.heddle.scheduling.TaskSchedule.Kind;

/**
 * Stands between Spring's registrar and the schedulers, which stay as they are, and makes
 * each task steerable.
 */
class SteeringTaskScheduler implements TaskScheduler {

	private final SteeredTasks tasks;

	private final Function<Runnable, TargetScheduler> targets;

	private final RegistrarClock clock;

	/**
	 * Create a scheduler.
	 * @param tasks where the tasks are kept
	 * @param targets finds the scheduler that runs a task
	 * @param clock the clock by which the registrar reckons
	 */
	SteeringTaskScheduler(SteeredTasks tasks, Function<Runnable, TargetScheduler> targets, Clock clock) {
		this.tasks = tasks;
		this.targets = targets;
		this.clock = new RegistrarClock(clock);
	}

	@Override
	public Clock getClock() {
		return this.clock;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		ScheduledMethod method = this.tasks.methodOf(task);
		return this.tasks.add(task, method, this.targets.apply(task), TaskStart.of(trigger, method));
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		Duration delay = this.clock.delayUntil(startTime);
		return add(task, TaskSchedule.oneTime(delay.isNegative() ? Duration.ZERO : delay), startTime, delay);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		return add(task, new TaskSchedule(Kind.FIXED_RATE, null, null, period), startTime,
				this.clock.delayUntil(startTime));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return add(task, new TaskSchedule(Kind.FIXED_RATE, null, null, period), null, Duration.ZERO);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return add(task, new TaskSchedule(Kind.FIXED_DELAY, null, null, delay), startTime,
				this.clock.delayUntil(startTime));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return add(task, new TaskSchedule(Kind.FIXED_DELAY, null, null, delay), null, Duration.ZERO);
	}

	/**
	 * The registrar does not know the clock of the scheduler, unless it knows the
	 * scheduler.
	 */
	private ScheduledFuture<?> add(Runnable task, TaskSchedule schedule, @Nullable Instant startTime, Duration delay) {
		TargetScheduler target = this.targets.apply(task);
		Instant start = (startTime == null || this.clock.agreesWith(target.scheduler().getClock())) ? startTime
				: target.after(delay);
		return this.tasks.add(task, this.tasks.methodOf(task), target, new TaskStart(schedule, null, start));
	}

}
