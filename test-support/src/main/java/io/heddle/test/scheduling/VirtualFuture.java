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

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.EventScheduler;
import io.heddle.scheduling.ScheduledEvent;

/**
 * A task that runs once or by a period, as those of a
 * {@link java.util.concurrent.ScheduledThreadPoolExecutor} do.
 *
 * @param <V> the type of the result
 */
final class VirtualFuture<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

	private final VirtualExecutor executor;

	/** In nanoseconds; a negative one counts from the end of a run. **/
	private final long period;

	private volatile Instant time;

	private @Nullable Entry entry;

	VirtualFuture(VirtualExecutor executor, Callable<V> callable, Instant time, long period) {
		super(callable);
		this.executor = executor;
		this.time = time;
		this.period = period;
	}

	/**
	 * Run at the time that is set.
	 * @param scheduler runs it
	 * @param decorated runs this
	 */
	synchronized void enter(EventScheduler scheduler, Runnable decorated) {
		if (!isDone()) {
			this.entry = new Entry(scheduler, decorated, scheduler.enterAt(this.time, 0, decorated));
		}
	}

	@Override
	public void run() {
		if (!isPeriodic()) {
			super.run();
		}
		else if (runAndReset()) {
			Instant from = (this.period > 0) ? this.time : this.executor.timeLine().steady();
			this.time = from.plusNanos(Math.abs(this.period));
			Entry last = Objects.requireNonNull(this.entry);
			enter(last.scheduler(), last.decorated());
		}
		if (isCancelled()) {
			// who cancels what runs interrupts this thread, which goes on
			Thread.interrupted();
		}
	}

	@Override
	protected void done() {
		this.executor.remove(this);
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		synchronized (this) {
			if (cancelled && this.entry != null) {
				this.entry.cancel();
			}
		}
		return cancelled;
	}

	/**
	 * Wait for the result. What is due now runs before, for nobody else may do so.
	 */
	@Override
	public V get() throws InterruptedException, ExecutionException {
		this.executor.timeLine().runDue();
		return super.get();
	}

	/**
	 * Wait for the result, but no longer than some real time, after what is due now.
	 */
	@Override
	public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		this.executor.timeLine().runDue();
		return super.get(timeout, unit);
	}

	@Override
	public boolean isPeriodic() {
		return this.period != 0;
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return unit.convert(Duration.between(this.executor.timeLine().steady(), this.time));
	}

	@Override
	public int compareTo(Delayed other) {
		return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
	}

	private record Entry(EventScheduler scheduler, Runnable decorated, ScheduledEvent event) {

		void cancel() {
			try {
				this.scheduler.cancel(this.event);
			}
			catch (IllegalArgumentException ex) {
				// it runs
			}
		}

	}

}
