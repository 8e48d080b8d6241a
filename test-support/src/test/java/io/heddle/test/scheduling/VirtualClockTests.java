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

package io.heddle.test.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.heddle.scheduling.EventScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link VirtualClock}.
 */
class VirtualClockTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final VirtualClock clock = VirtualClock.at(START);

	private final List<String> ran = new ArrayList<>();

	@Test
	void shouldStandStillUntilItIsAdvanced() {
		assertThat(this.clock.instant()).isEqualTo(START);
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(3_600));
		assertThat(this.clock.millis()).isEqualTo(START.plusSeconds(3_600).toEpochMilli());
		this.clock.advanceTo(START.plusSeconds(7_200));
		assertThat(this.clock).hasToString("VirtualClock[2026-01-01T02:00:00Z,Z]");
	}

	@Test
	void shouldBeTheSameClockInAnotherZone() {
		VirtualClock other = this.clock.withZone(ZoneId.of("Europe/Berlin"));
		other.advance(Duration.ofHours(1));
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(3_600));
		assertThat(other.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(VirtualClock.at(START, ZoneId.of("Asia/Tokyo")).getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
	}

	@Test
	void shouldRunTheEventsOfADayInThisThread() {
		EventScheduler scheduler = this.clock.eventScheduler();
		List<Instant> times = new ArrayList<>();
		scheduler.enter(Duration.ofHours(1), 0, new Runnable() {

			@Override
			public void run() {
				times.add(VirtualClockTests.this.clock.instant());
				VirtualClockTests.this.ran.add(Thread.currentThread().getName());
				scheduler.enter(Duration.ofHours(1), 0, this);
			}

		});
		this.clock.advance(Duration.ofDays(1));
		assertThat(times).hasSize(24).startsWith(START.plusSeconds(3_600)).endsWith(START.plus(Duration.ofDays(1)));
		assertThat(this.ran).containsOnly(Thread.currentThread().getName());
		assertThat(scheduler.queue()).hasSize(1);
	}

	@Test
	void shouldRunTheEventsOfAllSchedulersInOrder() {
		EventScheduler one = this.clock.eventScheduler();
		EventScheduler two = this.clock.eventScheduler();
		one.enter(Duration.ofSeconds(1), 0, () -> two.enter(Duration.ofSeconds(1), 0, () -> this.ran.add("2 s")));
		one.enter(Duration.ofSeconds(3), 0, () -> this.ran.add("3 s"));
		two.enter(Duration.ofSeconds(4), 0, () -> this.ran.add("4 s"));
		one.enter(Duration.ofSeconds(6), 0, () -> this.ran.add("6 s"));
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.ran).containsExactly("2 s", "3 s", "4 s");
	}

	@Test
	void shouldRunWhatIsDueNowWhenNoTimePasses() {
		EventScheduler scheduler = this.clock.eventScheduler();
		scheduler.enter(Duration.ZERO, 0, () -> this.ran.add("due"));
		scheduler.enter(Duration.ofNanos(1), 0, () -> this.ran.add("not yet"));
		assertThat(this.ran).isEmpty();
		this.clock.advance(Duration.ZERO);
		assertThat(this.ran).containsExactly("due");
	}

	@Test
	void shouldLetAnActionTakeItsTime() {
		EventScheduler scheduler = this.clock.eventScheduler();
		scheduler.enter(Duration.ofSeconds(1), 0, () -> {
			this.clock.advance(Duration.ofMinutes(1));
			this.ran.add("slow, until " + this.clock.instant());
		});
		scheduler.enter(Duration.ofSeconds(2), 0, () -> this.ran.add("late, at " + this.clock.instant()));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.ran).containsExactly("slow, until 2026-01-01T00:01:01Z", "late, at 2026-01-01T00:01:01Z");
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(61));
	}

	@Test
	void shouldLetAnEventSchedulerSleep() throws Exception {
		EventScheduler scheduler = new EventScheduler(this.clock, this.clock);
		scheduler.enter(Duration.ofDays(1), 0, () -> this.ran.add("ran at " + this.clock.instant()));
		scheduler.run();
		assertThat(this.ran).containsExactly("ran at 2026-01-02T00:00:00Z");
		EventScheduler ours = this.clock.eventScheduler();
		ours.enter(Duration.ofDays(1), 0, () -> this.ran.add("ran at " + this.clock.instant()));
		ours.run();
		assertThat(this.ran).hasSize(2).endsWith("ran at 2026-01-03T00:00:00Z");
	}

	@Test
	void shouldGoOnAfterAnActionThatThrows() {
		EventScheduler scheduler = this.clock.eventScheduler();
		scheduler.enter(Duration.ofSeconds(1), 0, () -> {
			throw new IllegalStateException("failed");
		});
		scheduler.enter(Duration.ofSeconds(1), 1, () -> this.ran.add("next"));
		assertThatIllegalStateException().isThrownBy(() -> this.clock.advance(Duration.ofSeconds(5)))
			.withMessage("failed");
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(1));
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.ran).containsExactly("next");
	}

	@Test
	void shouldJumpWithoutRunningAnything() {
		EventScheduler scheduler = this.clock.eventScheduler();
		scheduler.enter(Duration.ofSeconds(1), 0, () -> this.ran.add("ran"));
		this.clock.jumpTo(START.minusSeconds(60));
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.ran).isEmpty();
		this.clock.jumpTo(START.plusSeconds(60));
		assertThat(this.ran).isEmpty();
		this.clock.advance(Duration.ZERO);
		assertThat(this.ran).containsExactly("ran");
	}

	@Test
	void shouldNotGoBackUnlessItJumps() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.clock.advance(Duration.ofNanos(-1)))
			.withMessageContaining("'duration' must not be negative but is PT-0.000000001S");
		assertThatIllegalArgumentException().isThrownBy(() -> this.clock.advanceTo(START.minusNanos(1)))
			.withMessageContaining(
					"'time' must not be before 2026-01-01T00:00:00Z but is 2025-12-31T23:59:59.999999999Z");
	}

	@Test
	void shouldEndWhenInterrupted() {
		EventScheduler scheduler = this.clock.eventScheduler();
		scheduler.enter(Duration.ofSeconds(1), 0, () -> Thread.currentThread().interrupt());
		scheduler.enter(Duration.ofSeconds(2), 0, () -> this.ran.add("not run"));
		assertThatIllegalStateException().isThrownBy(() -> this.clock.advance(Duration.ofSeconds(5)))
			.withMessageContaining("Interrupted");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.ran).isEmpty();
	}

}
