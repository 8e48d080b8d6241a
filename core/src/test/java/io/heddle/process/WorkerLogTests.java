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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for the way of log and output from worker to parent.
 */
@Timeout(120)
class WorkerLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("heddle.worker.imaging");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final LogForwarder forwarder = new LogForwarder("imaging");

	@BeforeEach
	void start() {
		this.appender.start();
		this.logger.addAppender(this.appender);
		this.logger.setLevel(Level.INFO);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.appender);
		this.forwarder.close();
	}

	@Test
	void shouldForwardOutputWithPoolPidTaskAndMdc() throws Exception {
		try (TestWorker worker = TestWorker.start()) {
			ProcessTask<Object> task = () -> {
				System.out.println("to out");
				System.err.println("to err");
				System.out.print("without end");
				return null;
			};
			worker.send(worker.codec.task(7, Map.of("mdc:user", "me"), task));
			worker.receive();
			worker.received.forEach((frame) -> this.forwarder.accept(worker.pid(), frame, new LastLines()));
			Awaitility.await().until(() -> this.appender.list.size() == 2);
			assertThat(this.appender.list).extracting(ILoggingEvent::getFormattedMessage)
				.containsExactly("to out", "to err");
			assertThat(this.appender.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO, Level.WARN);
			assertThat(this.appender.list.get(0).getMDCPropertyMap())
				.containsAllEntriesOf(Map.of("pool", "imaging", "pid", "" + worker.pid(), "task", "7", "user", "me"));
			worker.send(TaskCodec.control(FrameKind.STOP, 0));
			worker.awaitEnd();
			worker.received.clear();
			assertThat(catchThrowable(worker::receive)).isNotNull();
			LastLines lines = new LastLines();
			worker.received.forEach((frame) -> this.forwarder.accept(worker.pid(), frame, lines));
			assertThat(lines.get()).containsExactly("without end");
		}
	}

	@Test
	void shouldForwardLogEventToLoggerOfTheSameName() throws Exception {
		try (TestWorker worker = new TestWorker((builder) -> builder.beansFactory(LoggingBeans.class.getName()))) {
			assertThat(worker.output).contains("LOG");
			assertThat(worker.connection.beans()).containsExactly("logging");
			worker.send(
					worker.codec.define(1, new BeanMethod("logging", LoggingBeans.class.getName(), "log", List.of())));
			worker.send(worker.codec.call(2, Map.of(), 1, new Object[0]));
			worker.receive();
			worker.received.forEach((frame) -> this.forwarder.accept(worker.pid(), frame, new LastLines()));
			Awaitility.await().until(() -> this.appender.list.size() == 1);
			ILoggingEvent event = this.appender.list.get(0);
			assertThat(event.getFormattedMessage()).startsWith("a message {}").contains("the trace");
			assertThat(event.getLevel()).isEqualTo(Level.ERROR);
			assertThat(event.getMDCPropertyMap()).containsEntry("key", "value").containsEntry("task", "2");
		}
	}

	@Test
	void shouldForwardLineWithoutEndAfterAWhile(@TempDir Path folder) throws Exception {
		String file = folder.resolve("end").toString();
		try (TestWorker worker = TestWorker.start()) {
			ProcessTask<Object> task = () -> {
				System.out.print("50 % ");
				System.out.print("done?");
				Awaitility.await().until(() -> Files.exists(Path.of(file)));
				System.out.println(" yes");
				return null;
			};
			worker.send(worker.codec.task(7, Map.of("mdc:user", "me"), task));
			Frame frame = worker.receiveAny();
			assertThat(frame.kind()).isEqualTo(FrameKind.OUTPUT);
			assertThat(frame.id()).isEqualTo(7);
			this.forwarder.accept(worker.pid(), frame, new LastLines());
			Files.createFile(Path.of(file));
			worker.receive();
			worker.received.forEach((rest) -> this.forwarder.accept(worker.pid(), rest, new LastLines()));
			Awaitility.await().until(() -> this.appender.list.size() == 2);
			assertThat(this.appender.list).extracting(ILoggingEvent::getFormattedMessage)
				.containsExactly("50 % done?", " yes");
			assertThat(this.appender.list.get(0).getMDCPropertyMap()).containsEntry("user", "me");
		}
	}

	@Test
	void shouldForwardLineWithoutEndOfNativeCodeAfterAWhile(@TempDir Path folder) throws Exception {
		String file = folder.resolve("end").toString();
		try (TestWorker worker = TestWorker.start()) {
			worker.submit(1, () -> {
				new ProcessBuilder("printf", "of native code").inheritIO().start().waitFor();
				Awaitility.await().until(() -> Files.exists(Path.of(file)));
				return null;
			});
			Awaitility.await().until(() -> worker.output.contains("of native code"));
			Files.createFile(Path.of(file));
			worker.receive();
		}
	}

	@Test
	void shouldForwardLogOfTheJdk() throws Exception {
		Logger named = (Logger) LoggerFactory.getLogger("com.acme.Jdk");
		named.addAppender(this.appender);
		try (TestWorker worker = TestWorker.start()) {
			ProcessTask<Object> task = () -> {
				java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("com.acme.Jdk");
				jdk.fine("too fine");
				jdk.log(java.util.logging.Level.WARNING, "hello {0}", "world");
				jdk.log(java.util.logging.Level.SEVERE, "broken", new IllegalStateException("why"));
				return null;
			};
			worker.send(worker.codec.task(7, Map.of("mdc:user", "me"), task));
			worker.receive();
			worker.received.forEach((frame) -> this.forwarder.accept(worker.pid(), frame, new LastLines()));
			Awaitility.await().until(() -> this.appender.list.size() == 2);
			ILoggingEvent event = this.appender.list.get(0);
			assertThat(event.getLoggerName()).isEqualTo("com.acme.Jdk");
			assertThat(event.getLevel()).isEqualTo(Level.WARN);
			assertThat(event.getFormattedMessage()).isEqualTo("hello world");
			assertThat(event.getMDCPropertyMap()).containsEntry("user", "me").containsEntry("task", "7");
			assertThat(this.appender.list.get(1).getLevel()).isEqualTo(Level.ERROR);
			assertThat(this.appender.list.get(1).getFormattedMessage()).startsWith("broken")
				.contains("IllegalStateException: why");
		}
		finally {
			named.detachAppender(this.appender);
		}
	}

	@Test
	void shouldKeepOutputOfTheProcessItself() throws Exception {
		try (TestWorker worker = new TestWorker((builder) -> builder.log(WorkerLog.DISCARD))) {
			worker.submit(1, () -> {
				System.out.println("printed");
				System.out.flush();
				Runtime.getRuntime().halt(3);
				return null;
			});
			worker.awaitEnd();
			Awaitility.await().until(() -> worker.connection.lastOutput().contains("printed"));
			assertThat(worker.output).isEmpty();
		}
	}

	static final class LoggingBeans implements WorkerBeansFactory, WorkerBeans {

		private @Nullable WorkerLogSink sink;

		@Override
		public WorkerBeans open(WorkerSetup setup) {
			throw new IllegalStateException("A sink was expected");
		}

		@Override
		public WorkerBeans open(WorkerSetup setup, @Nullable WorkerLogSink sink) {
			this.sink = sink;
			log();
			return this;
		}

		void log() {
			this.sink.log(new WorkerLogSink.Event("ERROR", "heddle.worker.imaging", "main", Instant.now(),
					"a message {}", "the trace", Map.of("key", "value")));
		}

		@Override
		public Object bean(@Nullable String name, Class<?> type) {
			return this;
		}

		@Override
		public Set<String> names() {
			return Set.of("logging");
		}

		@Override
		public void close() {
		}

	}

}
