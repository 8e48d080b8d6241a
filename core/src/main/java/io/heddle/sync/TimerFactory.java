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
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes timers that hand what their actions throw to one and the same handler.
 */
public final class TimerFactory {

	static final TimerFactory LOGGING = new TimerFactory(TimerFactory::log);

	private static final Logger logger = LoggerFactory.getLogger(Timer.class);

	private final TimerExceptionHandler exceptionHandler;

	/**
	 * Create a new factory.
	 * @param exceptionHandler receives what the actions throw
	 */
	public TimerFactory(TimerExceptionHandler exceptionHandler) {
		this.exceptionHandler = Objects.requireNonNull(exceptionHandler, "'exceptionHandler' must not be null");
	}

	static void log(Thread thread, String timer, String action, Throwable exception) {
		logger.error("Action '{}' of timer '{}' failed in thread '{}'", action, timer, thread.getName(), exception);
	}

	/**
	 * Return a factory of timers that log what their actions throw.
	 * @return the factory
	 */
	public static TimerFactory logging() {
		return LOGGING;
	}

	/**
	 * Return a new timer with a daemon thread of the same name.
	 * @param name the name of the timer
	 * @param delay how long to wait from the start on
	 * @param action what to run then
	 * @return the timer, not yet started
	 * @throws IllegalArgumentException if the delay is negative
	 */
	public Timer create(String name, Duration delay, Runnable action) {
		return create(name, delay, action, (target) -> {
			Thread thread = new Thread(target, name);
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Return a new timer.
	 * @param name the name of the timer
	 * @param delay how long to wait from the start on
	 * @param action what to run then
	 * @param threadFactory makes the thread, such as a virtual one
	 * @return the timer, not yet started
	 * @throws IllegalArgumentException if the delay is negative
	 */
	public Timer create(String name, Duration delay, Runnable action, ThreadFactory threadFactory) {
		return new Timer(name, delay, action, this.exceptionHandler, threadFactory);
	}

}
