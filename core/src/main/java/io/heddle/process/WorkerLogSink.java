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

package io.heddle.process;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Takes the log of a worker JVM to its parent. For the appender of a logging library.
 * Thread-safe; it does not throw if the parent is gone.
 */
@FunctionalInterface
public interface WorkerLogSink {

	/**
	 * Send a log event.
	 * @param event the event
	 */
	void log(Event event);

	/**
	 * A log event. Immutable.
	 *
	 * @param level the level: {@code ERROR}, {@code WARN}, {@code INFO}, {@code DEBUG} or
	 * {@code TRACE}
	 * @param logger the name of the logger
	 * @param thread the name of the thread
	 * @param time when it happened
	 * @param message the message
	 * @param throwable the stack trace as text, or {@code null}
	 * @param mdc the MDC of the thread
	 */
	record Event(String level, String logger, String thread, Instant time, String message, @Nullable String throwable,
			Map<String, String> mdc) {

	}

}
