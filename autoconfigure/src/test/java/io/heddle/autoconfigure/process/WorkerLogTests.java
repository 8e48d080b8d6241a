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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.RunOn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the log of workers that have a context, as it arrives here.
 */
class WorkerLogTests {

	private static final String POOL = "heddle.process-pools.imaging.";

	@Test
	void shouldArriveWithLevelLoggerThrowableAndMdc() {
		Recorder recorder = new Recorder();
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		recorder.setContext(root.getLoggerContext());
		recorder.start();
		root.addAppender(recorder);
		MDC.put("order", "42");
		try {
			HeddleRunner
				.create(POOL + "size=1", POOL + "jvm.class-data-archive=false",
						POOL + "sources=" + Noisy.class.getName())
				.withUserConfiguration(Packages.class, Noisy.class)
				.run((context) -> {
					long pid = context.getBean(Speaker.class).speak("hello").get(60, TimeUnit.SECONDS);
					ILoggingEvent event = recorder.await("hello");
					assertThat(event.getLoggerName()).isEqualTo("com.acme.Worker");
					assertThat(event.getLevel()).isEqualTo(Level.WARN);
					assertThat(event.getFormattedMessage()).contains("IllegalStateException: broken");
					assertThat(event.getMDCPropertyMap()).containsEntry("order", "42")
						.containsEntry("pool", "imaging")
						.containsEntry("pid", String.valueOf(pid))
						.containsKey("task");
					assertThat(recorder.await("printed hello").getLoggerName()).isEqualTo("heddle.worker.imaging");
				});
		}
		finally {
			MDC.remove("order");
			root.detachAppender(recorder);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = WorkerLogTests.class)
	static class Packages {

	}

	@Configuration(proxyBeanMethods = false)
	static class Noisy {

		@Bean
		Speaker speaker() {
			return new Speaker();
		}

	}

	static class Speaker {

		@RunOn("imaging")
		CompletableFuture<Long> speak(String text) {
			LoggerFactory.getLogger("com.acme.Worker").warn("{} there", text, new IllegalStateException("broken"));
			System.out.println("printed " + text);
			return CompletableFuture.completedFuture(ProcessHandle.current().pid());
		}

	}

	private static final class Recorder extends AppenderBase<ILoggingEvent> {

		private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			event.getMDCPropertyMap();
			this.events.add(event);
		}

		ILoggingEvent await(String start) {
			return Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.until(() -> this.events.stream()
					.filter((event) -> event.getFormattedMessage().startsWith(start))
					.findFirst()
					.orElse(null), (event) -> event != null);
		}

	}

}
