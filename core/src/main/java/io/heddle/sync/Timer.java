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

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an action once, in a thread of its own, some time after it was started, unless it
 * is cancelled before. Thread-safe.
 */
public final class Timer {

	private static final Logger logger = LoggerFactory.getLogger(Timer.class);

	private final String name;

	private final long nanos;

	private final Runnable action;

	private final TimerExceptionHandler exceptionHandler;

	private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

	private final CountDownLatch cancelled = new CountDownLatch(1);

	private final Thread thread;

	Timer(String name, Duration delay, Runnable action, TimerExceptionHandler exceptionHandler,
			ThreadFactory threadFactory) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
		this.nanos = nanos(delay);
		this.action = Objects.requireNonNull(action, "'action' must not be null");
		this.exceptionHandler = exceptionHandler;
		this.thread = Objects.requireNonNull(threadFactory.newThread(this::run), "'threadFactory' made no thread");
	}

	private static long nanos(Duration delay) {
		if (delay.isNegative()) {
			throw new IllegalArgumentException(
					"'delay' must not be negative but is " + delay + "; zero is for firing at once");
		}
		return Timeouts.nanos(delay);
	}

	/**
	 * Return a new timer with a daemon thread of the same name. What the action throws is
	 * logged; to have it handled otherwise, use a {@link TimerFactory}.
	 * @param name the name of the timer
	 * @param delay how long to wait from the start on
	 * @param action what to run then
	 * @return the timer, not yet started
	 * @throws IllegalArgumentException if the delay is negative
	 */
	public static Timer of(String name, Duration delay, Runnable action) {
		return TimerFactory.LOGGING.create(name, delay, action);
	}

	/**
	 * Return a new timer.
	 * @param name the name of the timer
	 * @param delay how long to wait from the start on
	 * @param action what to run then
	 * @param threadFactory makes the thread, which decides who receives what the action
	 * throws
	 * @return the timer, not yet started
	 * @throws IllegalArgumentException if the delay is negative
	 */
	public static Timer of(String name, Duration delay, Runnable action, ThreadFactory threadFactory) {
		return new Timer(name, delay, action, Timer::handOver, threadFactory);
	}

	private static void handOver(Thread thread, String timer, String action, Throwable exception) {
		thread.getUncaughtExceptionHandler().uncaughtException(thread, exception);
	}

	/**
	 * Return the name of this timer.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Start to wait. Without effect if this timer was cancelled; if its thread cannot be
	 * started, it is.
	 * @return this timer
	 * @throws IllegalStateException if it was started before
	 */
	public Timer start() {
		if (this.state.compareAndSet(State.NEW, State.WAITING)) {
			startThread();
		}
		else if (this.state.get() != State.CANCELLED || this.thread.getState() != Thread.State.NEW) {
			throw new IllegalStateException("Timer '" + this.name + "' was started before; make a new one");
		}
		return this;
	}

	private void startThread() {
		try {
			this.thread.start();
		}
		catch (RuntimeException | Error ex) {
			// it will never fire
			cancel();
			throw ex;
		}
	}

	/**
	 * Keep this timer from firing.
	 * @return whether it will not fire; {@code false} if it has begun to
	 */
	public boolean cancel() {
		State state = this.state.get();
		while (state == State.NEW || state == State.WAITING) {
			if (this.state.compareAndSet(state, State.CANCELLED)) {
				this.cancelled.countDown();
			}
			state = this.state.get();
		}
		return state == State.CANCELLED;
	}

	/**
	 * Return whether this timer was cancelled before it fired.
	 * @return whether it was cancelled
	 */
	public boolean isCancelled() {
		return this.state.get() == State.CANCELLED;
	}

	/**
	 * Return whether this timer has begun to run its action.
	 * @return whether it has fired
	 */
	public boolean hasFired() {
		return this.state.get() == State.FIRED;
	}

	/**
	 * Wait until the action has run or the timer is cancelled.
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalStateException if this timer was not started, or this is called by
	 * its own action
	 */
	public void join() throws InterruptedException {
		checkJoin();
		this.thread.join();
	}

	/**
	 * Wait until the action has run or the timer is cancelled, or the time is over.
	 * @param timeout the longest time to wait; zero never waits
	 * @return whether it has ended
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalStateException if this timer was not started, or this is called by
	 * its own action
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public boolean join(Duration timeout) throws InterruptedException {
		long nanos = Timeouts.nanos(timeout);
		checkJoin();
		if (nanos > 0) {
			TimeUnit.NANOSECONDS.timedJoin(this.thread, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
		}
		return !this.thread.isAlive();
	}

	private void checkJoin() {
		if (this.thread == Thread.currentThread()) {
			throw new IllegalStateException("Timer '" + this.name + "' cannot wait for itself");
		}
		if (this.state.get() == State.NEW) {
			throw new IllegalStateException("Timer '" + this.name + "' was not started; start it before you join it");
		}
	}

	private void run() {
		if (!awaitCancellation() && this.state.compareAndSet(State.WAITING, State.FIRED)) {
			try {
				this.action.run();
			}
			catch (Throwable ex) {
				handle(ex);
			}
		}
	}

	private void handle(Throwable exception) {
		try {
			this.exceptionHandler.handle(this.thread, this.name, label(), exception);
		}
		catch (RuntimeException | Error ex) {
			logger.error("The exception handler of timer '{}' failed", this.name, ex);
			TimerFactory.log(this.thread, this.name, label(), exception);
		}
	}

	private String label() {
		String type = this.action.getClass().getName();
		int lambda = type.indexOf("$$Lambda");
		return (lambda != -1) ? type.substring(0, lambda) + " (lambda)" : type;
	}

	/**
	 * Wait for the delay. An interrupt, for which there is no reason but to end this
	 * thread, cancels the timer.
	 * @return whether it was cancelled
	 */
	private boolean awaitCancellation() {
		try {
			return this.cancelled.await(this.nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			return cancel();
		}
	}

	@Override
	public String toString() {
		return "Timer '" + this.name + "' [" + this.state.get().name().toLowerCase(Locale.ROOT) + "]";
	}

	private enum State {

		NEW, WAITING, FIRED, CANCELLED

	}

}
