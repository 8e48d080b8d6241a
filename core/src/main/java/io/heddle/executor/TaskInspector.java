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

package io.heddle.executor;

import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the tasks of an executor whenever the {@link Watchdog} asks: ends those that
 * have waited or run too long and reports those that are stuck. Tasks pay nothing for it;
 * the next look is never later than the first moment at which one of them, started right
 * after this look, could exceed its limit.
 */
final class TaskInspector implements Watchdog.Watched {

	private static final Logger logger = LoggerFactory.getLogger(NamedExecutor.class);

	private static final long SATURATION_INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

	private static final long IDLE_INTERVAL = TimeUnit.MILLISECONDS.toNanos(20);

	private final TaskMonitor monitor;

	private final ExecutorListener listener;

	private final Watchdog watchdog;

	private final boolean ownsWatchdog;

	private volatile TaskLimits limits = TaskLimits.NONE;

	private volatile boolean saturated;

	private volatile @Nullable NamedExecutor executor;

	TaskInspector(TaskMonitor monitor, NamedExecutorBuilder builder) {
		this.monitor = monitor;
		this.listener = builder.listener;
		this.ownsWatchdog = (builder.watchdog == null);
		this.watchdog = (builder.watchdog != null) ? builder.watchdog : new Watchdog(builder.name + "-watchdog");
	}

	void watch(NamedExecutor executor) {
		this.executor = executor;
		this.watchdog.watch(this);
	}

	void unwatch() {
		this.watchdog.unwatch(this);
		if (this.ownsWatchdog) {
			this.watchdog.close();
		}
	}

	TaskLimits limits() {
		return this.limits;
	}

	void limits(TaskLimits limits) {
		this.limits = limits;
		if (this.executor != null) {
			this.watchdog.wakeWithin(0);
		}
	}

	/**
	 * Tell the watchdog of a task that has a limit of its own.
	 * @param task the task that has started
	 */
	void started(Task task) {
		Duration timeout = task.options().timeout();
		if (timeout != null) {
			// either the watchdog sees the task, or this thread sees when it wakes
			VarHandle.fullFence();
			this.watchdog.wakeWithin(Nanos.of(timeout));
		}
	}

	@Override
	public long inspect(long now) {
		TaskLimits limits = this.limits;
		long next = inspectQueue(limits, now);
		next = Math.min(next, nanosOrNever(limits.taskTimeout()));
		next = Math.min(next, nanosOrNever(limits.stuckAfter()));
		for (WorkerSlot slot : this.monitor.slots()) {
			WorkerSlot.Activity activity = slot.activity();
			if (activity != null) {
				next = Math.min(next, inspect(slot, activity, limits, now));
			}
		}
		return Math.min(Math.min(next, inspectIdle()), inspectSaturation());
	}

	private long inspectQueue(TaskLimits limits, long now) {
		long timeout = nanosOrNever(limits.queueTimeout());
		if (timeout == Long.MAX_VALUE) {
			return timeout;
		}
		long next = timeout;
		for (Task task : this.monitor.tasks().waiting()) {
			if (!expire(task, now)) {
				next = Math.min(next, task.submittedAt() + timeout - now);
			}
		}
		return next;
	}

	/**
	 * Fail a task that has waited too long.
	 * @param task a waiting task
	 * @param now the present time
	 * @return whether it had waited too long
	 */
	boolean expire(Task task, long now) {
		Duration limit = this.limits.queueTimeout();
		if (limit == null || now - task.submittedAt() < Nanos.of(limit)) {
			return false;
		}
		timeOut(task, limit, false);
		return true;
	}

	private long inspect(WorkerSlot slot, WorkerSlot.Activity activity, TaskLimits limits, long now) {
		Task task = activity.task();
		long next = Long.MAX_VALUE;
		Duration ownTimeout = task.options().timeout();
		Duration timeout = (ownTimeout != null) ? ownTimeout : limits.taskTimeout();
		if (timeout != null && task.outcome() == Outcome.NONE) {
			next = Nanos.of(timeout) - activity.ranFor(now);
			if (next <= 0) {
				timeOut(task, timeout, true);
				next = Long.MAX_VALUE;
			}
		}
		long untilStuck = nanosOrNever(limits.stuckAfter()) - activity.ranFor(now);
		if (untilStuck <= 0) {
			reportStuck(slot, activity, now);
			untilStuck = Long.MAX_VALUE;
		}
		return Math.min(next, untilStuck);
	}

	private void timeOut(Task task, Duration limit, boolean running) {
		String message = "Task '%s' of executor '%s' %s longer than its %s of %s".formatted(task, this.monitor.name(),
				running ? "ran" : "waited", running ? "timeout" : "queue timeout", limit);
		String label = task.toString();
		if (task.stop(Outcome.TIMED_OUT)) {
			this.watchdog.callBack(() -> {
				logger.warn(message);
				task.endFuture(new TimeoutException(message));
				tell((executor) -> this.listener.onTimedOut(executor, task.id(), label, limit, running));
			});
		}
	}

	boolean isStuck(WorkerSlot.Activity activity, long now) {
		return activity.ranFor(now) >= nanosOrNever(this.limits.stuckAfter());
	}

	int stuck() {
		long now = System.nanoTime();
		return (int) this.monitor.slots()
			.stream()
			.map(WorkerSlot::activity)
			.filter((activity) -> activity != null && isStuck(activity, now))
			.count();
	}

	private void reportStuck(WorkerSlot slot, WorkerSlot.Activity activity, long now) {
		if (slot.reportOnce(activity.task())) {
			RunningTask task = this.monitor.views().describe(activity, now);
			this.watchdog.callBack(() -> {
				logger.warn("Task '{}' of executor '{}' has run for {} in thread '{}':{}", task.task(),
						this.monitor.name(), task.runningFor(), task.thread(), new StackText(task.stack()));
				tell((executor) -> this.listener.onStuck(executor, task));
			});
		}
	}

	void rejected(String label) {
		tell((executor) -> this.listener.onRejected(executor, label));
	}

	void saturated() {
		if (!this.saturated) {
			this.saturated = true;
			tell(this.listener::onSaturated);
			this.watchdog.wakeWithin(SATURATION_INTERVAL);
		}
	}

	void idleAwaited() {
		if (this.monitor.idle().isAwaited()) {
			this.watchdog.wakeWithin(IDLE_INTERVAL);
		}
	}

	/**
	 * Look again for who waits until all is idle: what ended last may have been a task
	 * that never ran, or one that ended while another was on its way to the queue.
	 */
	private long inspectIdle() {
		if (!this.monitor.idle().isAwaited()) {
			return Long.MAX_VALUE;
		}
		this.watchdog.callBack(this.monitor.idle()::callIfIdle);
		return IDLE_INTERVAL;
	}

	private long inspectSaturation() {
		if (!this.saturated) {
			return Long.MAX_VALUE;
		}
		TaskQueue queue = this.monitor.queue();
		boolean roomAgain = (queue.type() == QueueType.HANDOFF) ? queue.takers() > 0
				: queue.size() <= queue.capacity() / 2;
		this.saturated = !roomAgain;
		return roomAgain ? Long.MAX_VALUE : SATURATION_INTERVAL;
	}

	private void tell(Consumer<NamedExecutor> report) {
		NamedExecutor executor = this.executor;
		if (executor != null) {
			try {
				report.accept(executor);
			}
			catch (RuntimeException | Error ex) {
				logger.error("Listener of executor '{}' failed", this.monitor.name(), ex);
			}
		}
	}

	private static long nanosOrNever(@Nullable Duration limit) {
		return (limit != null) ? Nanos.of(limit) : Long.MAX_VALUE;
	}

}
