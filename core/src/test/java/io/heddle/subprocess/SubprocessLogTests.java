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

package io.heddle.subprocess;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import io.heddle.context.ContextPropagation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for output that goes to the log, and for the context of those who take lines.
 */
class SubprocessLogTests extends AbstractSubprocessTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("heddle.subprocess.test");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {

		@Override
		protected void append(ILoggingEvent event) {
			event.prepareForDeferredProcessing();
			super.append(event);
		}

	};

	@BeforeEach
	void listen() {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.addAppender(this.appender);
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.INFO);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		MDC.clear();
	}

	@Test
	void shouldLogEachLineWithPolicyAndProcess() throws Exception {
		MDC.put("order", "17");
		CompletedProcess process = build(shell()).command("echo one; echo two; echo {} >&2")
			.stdout(OutputDestination.log())
			.stderr(OutputDestination.log())
			.run();
		assertThat(this.appender.list).filteredOn((event) -> event.getLevel() == Level.INFO)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("one", "two");
		assertThat(this.appender.list).filteredOn((event) -> event.getLevel() == Level.WARN)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("{}");
		assertThat(this.appender.list).allSatisfy((event) -> assertThat(event.getMDCPropertyMap())
			.containsAllEntriesOf(Map.of("subprocess", "test", "pid", String.valueOf(process.pid()), "order", "17")));
		assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("order");
	}

	@Test
	void shouldTakeLinesInContextOfCaller() {
		Subprocess policy = build(shell().contextCarrier(ContextPropagation.create()));
		List<String> orders = new CopyOnWriteArrayList<>();
		MDC.put("order", "17");
		policy.command("echo line; exit")
			.stdout(OutputDestination.lines((line) -> orders.add(line + " " + MDC.get("order"))))
			.runAsync()
			.join();
		MDC.clear();
		Awaitility.await().until(() -> orders.equals(List.of("line 17")));
	}

}
