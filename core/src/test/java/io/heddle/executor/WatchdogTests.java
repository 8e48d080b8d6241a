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

package io.heddle.executor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Watchdog}.
 */
class WatchdogTests {

	private final Watchdog watchdog = new Watchdog("the-watchdog");

	@AfterEach
	void close() {
		this.watchdog.close();
	}

	@Test
	void shouldHaveNoThreadAsLongAsNothingHasLimits() {
		this.watchdog.watch((now) -> Long.MAX_VALUE);
		assertThat(thread()).isNull();
	}

	@Test
	void shouldLookAgainWhenTheWatchedAsks() {
		AtomicLong looks = new AtomicLong();
		this.watchdog.watch((now) -> {
			looks.incrementAndGet();
			return TimeUnit.MILLISECONDS.toNanos(5);
		});
		await().until(() -> looks.get() > 5);
	}

	@Test
	void shouldWakeForAnEarlierLimit() throws InterruptedException {
		BlockingQueue<Long> looks = new LinkedBlockingQueue<>();
		this.watchdog.watch((now) -> {
			looks.add(now);
			return TimeUnit.HOURS.toNanos(1);
		});
		assertThat(looks.poll(10, TimeUnit.SECONDS)).isNotNull();
		assertThat(looks.poll(10, TimeUnit.SECONDS)).isNotNull();
		await().until(() -> thread().getState() == Thread.State.TIMED_WAITING);
		looks.clear();
		this.watchdog.wakeWithin(0);
		assertThat(looks.poll(10, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	void shouldGoOnWhenOneOfTheWatchedFails() {
		AtomicLong looks = new AtomicLong();
		this.watchdog.watch((now) -> {
			if (looks.incrementAndGet() == 1) {
				return 1;
			}
			if (looks.get() == 2) {
				throw new IllegalStateException("boom");
			}
			return TimeUnit.MILLISECONDS.toNanos(1);
		});
		this.watchdog.watch((now) -> TimeUnit.MILLISECONDS.toNanos(1));
		await().until(() -> looks.get() > 5);
	}

	@Test
	void shouldEndItsThreadWhenClosed() {
		this.watchdog.watch((now) -> TimeUnit.HOURS.toNanos(1));
		Thread thread = thread();
		assertThat(thread.isDaemon()).isTrue();
		this.watchdog.close();
		await().until(() -> !thread.isAlive());
	}

	private Thread thread() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("the-watchdog"))
			.findFirst()
			.orElse(null);
	}

}
