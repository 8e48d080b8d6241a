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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimerFactory}.
 */
class TimerFactoryTests {

	private final List<String> handled = new CopyOnWriteArrayList<>();

	private final TimerFactory timers = new TimerFactory((thread, timer, action, exception) -> this.handled
		.add(thread.getName() + ", " + timer + ", " + action + ", " + exception.getMessage()));

	@Test
	void shouldHandWhatTheActionThrowsToItsHandler() throws Exception {
		this.timers.create("tick", Duration.ZERO, TimerFactoryTests::fail).start().join();
		assertThat(this.handled)
			.containsExactly("tick, tick, io.heddle.sync.TimerFactoryTests (lambda), expected by this test");
	}

	@EachRacers
	void shouldHandWhatTheActionThrowsInAThreadOfAnotherFactoryToItsHandler(Racers racers) throws Exception {
		this.timers.create("tick", Duration.ZERO, new Failing(), (target) -> racers.unstarted("of the factory", target))
			.start()
			.join();
		assertThat(this.handled).containsExactly("of the factory, tick, " + Failing.class.getName() + ", null");
	}

	@Test
	void shouldLogWhatTheActionThrowsIfItsHandlerFails() throws Exception {
		Logger logger = (Logger) LoggerFactory.getLogger(Timer.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		try {
			new TimerFactory((thread, timer, action, exception) -> {
				throw new IllegalStateException("of the handler");
			}).create("tick", Duration.ZERO, TimerFactoryTests::fail).start().join();
			assertThat(log.list).extracting((event) -> event.getThrowableProxy().getMessage())
				.containsExactly("of the handler", "expected by this test");
		}
		finally {
			logger.detachAppender(log);
		}
	}

	private static void fail() {
		throw new IllegalStateException("expected by this test");
	}

	private static final class Failing implements Runnable {

		@Override
		public void run() {
			throw new StackOverflowError();
		}

	}

}
