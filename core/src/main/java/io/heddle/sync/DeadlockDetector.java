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

package io.heddle.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for threads that wait for each other in a circle: through named locks, named
 * semaphores of a single permit, and the JDK's own monitors and synchronizers. Virtual
 * threads are seen where they hold or wait for what has a name. Thread-safe.
 * <p>
 * A wait with a timeout ends by itself and is no part of a deadlock. A lock that is not
 * reentrant and a semaphore count as long as each hold is released by the thread that
 * acquired it: once another one does so, to wait for them is to wait for whomever.
 */
public final class DeadlockDetector implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DeadlockDetector.class);

	private final WaitForGraph graph;

	private final DeadlockListener listener;

	private final Clock clock;

	private volatile List<FoundDeadlock> found = List.of();

	private @Nullable ScheduledExecutorService ownScheduler;

	private @Nullable ScheduledFuture<?> checks;

	/**
	 * Create a new detector that looks only when asked to, until it is started.
	 * @param synchronizers gives the synchronizers to look at, which is asked at each
	 * look; those that nobody owns are passed over
	 * @param listener is told of each deadlock once
	 */
	public DeadlockDetector(Supplier<? extends Collection<? extends Synchronizer>> synchronizers,
			DeadlockListener listener) {
		this(synchronizers, listener, Clock.systemUTC());
	}

	/**
	 * Create a new detector that looks only when asked to, until it is started.
	 * @param synchronizers gives the synchronizers to look at, which is asked at each
	 * look; those that nobody owns are passed over
	 * @param listener is told of each deadlock once
	 * @param clock tells when a deadlock was found
	 */
	public DeadlockDetector(Supplier<? extends Collection<? extends Synchronizer>> synchronizers,
			DeadlockListener listener, Clock clock) {
		this.graph = new WaitForGraph(synchronizers);
		this.listener = Objects.requireNonNull(listener, "'listener' must not be null");
		this.clock = Objects.requireNonNull(clock, "'clock' must not be null");
	}

	/**
	 * Look again and again, in a daemon thread of this detector, until it is closed.
	 * @param interval the time from one look to the next
	 * @throws IllegalArgumentException if the interval is not positive
	 * @throws IllegalStateException if it was started before
	 */
	public synchronized void start(Duration interval) {
		check(interval);
		ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor((target) -> {
			Thread thread = new Thread(target, "heddle-deadlock-detector");
			thread.setDaemon(true);
			return thread;
		});
		this.ownScheduler = scheduler;
		start(scheduler, interval);
	}

	/**
	 * Look again and again until this detector is closed.
	 * @param scheduler the scheduler on which to look
	 * @param interval the time from one look to the next
	 * @throws IllegalArgumentException if the interval is not positive
	 * @throws IllegalStateException if it was started before
	 */
	public synchronized void start(ScheduledExecutorService scheduler, Duration interval) {
		check(interval);
		long nanos = Timeouts.nanos(interval);
		this.checks = scheduler.scheduleWithFixedDelay(this::checkAndLogFailure, nanos, nanos, TimeUnit.NANOSECONDS);
	}

	private void check(Duration interval) {
		if (interval.isNegative() || interval.isZero()) {
			throw new IllegalArgumentException("'interval' must be positive but is " + interval);
		}
		if (this.checks != null) {
			throw new IllegalStateException("The detector was started before; close it and make a new one");
		}
	}

	private void checkAndLogFailure() {
		try {
			check();
		}
		catch (RuntimeException | Error ex) {
			logger.error("Could not look for deadlocks", ex);
		}
	}

	/**
	 * Look for deadlocks now, and tell the listener of those that are new.
	 * @return the present deadlocks
	 */
	public synchronized List<Deadlock> check() {
		List<FoundDeadlock> before = this.found;
		List<FoundDeadlock> found = this.graph.findDeadlocks(before, this.clock);
		this.found = found;
		found.stream()
			.filter((deadlock) -> !before.contains(deadlock))
			.map(FoundDeadlock::deadlock)
			.forEach(this::tell);
		return deadlocks();
	}

	private void tell(Deadlock deadlock) {
		try {
			this.listener.onDeadlock(deadlock);
		}
		catch (RuntimeException | Error ex) {
			logger.error("The listener of deadlocks failed", ex);
		}
	}

	/**
	 * Return the deadlocks that the last look has found.
	 * @return the deadlocks, oldest first
	 */
	public List<Deadlock> deadlocks() {
		return this.found.stream().map(FoundDeadlock::deadlock).toList();
	}

	/**
	 * Stop looking. A scheduler that was handed over goes on.
	 */
	@Override
	public synchronized void close() {
		if (this.checks != null) {
			this.checks.cancel(false);
		}
		if (this.ownScheduler != null) {
			this.ownScheduler.shutdown();
		}
	}

}
