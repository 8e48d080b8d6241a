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

package io.heddle.queue;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampledTime} and its {@link Ticker}.
 */
class SampledTimeTests {

	private final Ticker ticker = new Ticker("test-clock");

	private final SampledTime time = new SampledTime(this.ticker);

	@Test
	void shouldGiveTwoEventsDifferentTimesThatAreNeverToCome() {
		long last = this.time.get();
		for (int i = 0; i < 100_000; i++) {
			long next = this.time.get();
			assertThat(next - last).isPositive();
			last = next;
		}
		// as many nanoseconds more as there were events since the clock was read
		assertThat(last - System.nanoTime()).isLessThan(100);
	}

	@Test
	void shouldNotTakeAnEventAfterAPauseForOneBeforeIt() {
		for (int round = 0; round < 20; round++) {
			beFast();
			int tick = this.ticker.ticks();
			Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> this.ticker.ticks() != tick);
			long now = System.nanoTime();
			assertThat(this.time.get() - now).isNotNegative();
		}
	}

	@Test
	void shouldEndTheThreadOfTheTickerWhenEventsAreRare() {
		beFast();
		assertThat(isTicking()).isTrue();
		Awaitility.await().until(() -> !isTicking());
		int tick = this.ticker.ticks();
		beFast();
		Awaitility.await().until(() -> this.ticker.ticks() != tick);
	}

	@Test
	void shouldTickOnAfterAnInterrupt() {
		beFast();
		Thread thread = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((candidate) -> candidate.getName().equals("test-clock"))
			.findFirst()
			.orElseThrow();
		thread.interrupt();
		int tick = this.ticker.ticks();
		Awaitility.await().until(() -> this.ticker.ticks() - tick > 1);
	}

	private void beFast() {
		// on a slow machine it might not be fast enough to begin
		this.ticker.tick();
		for (int i = 0; i < 10_000; i++) {
			this.time.get();
		}
	}

	private static boolean isTicking() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().equals("test-clock"));
	}

}
