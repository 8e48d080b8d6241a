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

package io.heddle.autoconfigure.process;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import io.heddle.process.WorkerLogSink;

/**
 * Sends what a worker logs by Logback to its parent, in place of writing it here: two
 * JVMs must not write one file.
 */
final class LogbackForwarding extends AppenderBase<ILoggingEvent> {

	private final WorkerLogSink sink;

	private LogbackForwarding(WorkerLogSink sink) {
		this.sink = sink;
		setName("HEDDLE");
	}

	/**
	 * Take the place of all appenders, if Logback is what logs.
	 * @param sink takes the log
	 */
	static void install(WorkerLogSink sink) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			LogbackForwarding forwarding = new LogbackForwarding(sink);
			forwarding.setContext(context);
			forwarding.start();
			for (Logger logger : context.getLoggerList()) {
				logger.detachAndStopAllAppenders();
				if (!logger.isAdditive() || logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME)) {
					logger.addAppender(forwarding);
				}
			}
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		Map<String, String> mdc = Objects.requireNonNullElse(event.getMDCPropertyMap(), Map.of());
		this.sink.log(new WorkerLogSink.Event(event.getLevel().toString(), event.getLoggerName(), event.getThreadName(),
				Instant.ofEpochMilli(event.getTimeStamp()), Objects.toString(event.getFormattedMessage(), ""),
				throwable(event), mdc));
	}

	private static @Nullable String throwable(ILoggingEvent event) {
		return (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy()) : null;
	}

}
