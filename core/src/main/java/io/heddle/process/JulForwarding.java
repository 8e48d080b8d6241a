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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Configures {@code java.util.logging} of a worker JVM so that its log goes to the parent
 * in place of the console. The JDK makes it when that log is first used, so that a worker
 * that does not use it does not pay for it; it is of no use to others.
 */
public final class JulForwarding {

	private static final String CONFIG_CLASS = "java.util.logging.config.class";

	private static final String CONFIG_FILE = "java.util.logging.config.file";

	/**
	 * Configure the log manager: as the JDK is by default, but for the console.
	 * @throws IOException if the configuration cannot be read
	 */
	public JulForwarding() throws IOException {
		Properties properties = new Properties();
		try (InputStream defaults = Files
			.newInputStream(Path.of(System.getProperty("java.home"), "conf", "logging.properties"))) {
			properties.load(defaults);
		}
		configure(properties);
	}

	private void configure(Properties properties) throws IOException {
		String handlers = properties.getProperty("handlers", "");
		properties.setProperty("handlers",
				handlers.replace(ConsoleHandler.class.getName(), ForwardingHandler.class.getName()));
		ByteArrayOutputStream changed = new ByteArrayOutputStream();
		properties.store(changed, null);
		LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(changed.toByteArray()));
	}

	/**
	 * Have the JDK use this class, unless the user has configured its log, or where it
	 * would not find it.
	 */
	static void install() {
		if (System.getProperty(CONFIG_CLASS) == null && System.getProperty(CONFIG_FILE) == null
				&& JulForwarding.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
			System.setProperty(CONFIG_CLASS, JulForwarding.class.getName());
		}
	}

	/**
	 * Sends each record to the parent. Made by the JDK.
	 */
	public static final class ForwardingHandler extends Handler {

		private final Formatter formatter = new SimpleFormatter();

		private final @Nullable WorkerLogSink sink = ForwardedOutput.logBehind(System.err);

		@Override
		public void publish(@Nullable LogRecord event) {
			if (event != null && isLoggable(event) && this.sink != null) {
				Map<String, String> mdc = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
				this.sink.log(new WorkerLogSink.Event(level(event.getLevel()),
						Objects.requireNonNullElse(event.getLoggerName(), "java.util.logging"),
						Thread.currentThread().getName(), event.getInstant(), this.formatter.formatMessage(event),
						trace(event.getThrown()), mdc));
			}
		}

		private static String level(Level level) {
			int value = level.intValue();
			if (value >= Level.SEVERE.intValue()) {
				return "ERROR";
			}
			if (value >= Level.WARNING.intValue()) {
				return "WARN";
			}
			if (value >= Level.INFO.intValue()) {
				return "INFO";
			}
			return (value >= Level.FINE.intValue()) ? "DEBUG" : "TRACE";
		}

		private static @Nullable String trace(@Nullable Throwable thrown) {
			if (thrown == null) {
				return null;
			}
			StringWriter text = new StringWriter();
			thrown.printStackTrace(new PrintWriter(text, true));
			return text.toString();
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

}
