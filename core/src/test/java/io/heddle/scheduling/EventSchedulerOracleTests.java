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

package io.heddle.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EventScheduler} that do the same to it and to a sorted set, by chance.
 */
class EventSchedulerOracleTests {

	private static final int OPERATIONS = 20_000;

	private final GivenClock clock = new GivenClock();

	private final EventScheduler scheduler = new EventScheduler(this.clock, this.clock);

	private final TreeSet<Entry> oracle = new TreeSet<>();

	private final List<Entry> entries = new ArrayList<>();

	private final List<Entry> ran = new ArrayList<>();

	static LongStream seeds() {
		long given = Long.getLong("heddle.seed", 0);
		return (given != 0) ? LongStream.of(given)
				: LongStream.concat(LongStream.rangeClosed(1, 20), new Random().longs(5));
	}

	@ParameterizedTest(name = "-Dheddle.seed={0}")
	@MethodSource("seeds")
	void shouldDoWhatASortedSetDoes(long seed) throws Exception {
		Random random = new Random(seed);
		// few and many pending events, by turns
		int weight = 50;
		for (int i = 0; i < OPERATIONS; i++) {
			if (i % 2_000 == 0) {
				weight = 10 + random.nextInt(80);
			}
			int choice = random.nextInt(100);
			if (choice < weight) {
				enter(random);
			}
			else if (choice < 97 && !this.entries.isEmpty()) {
				cancel(this.entries.remove(random.nextInt(this.entries.size())));
			}
			else {
				moveTime(random);
				runDue();
			}
			assertThat(this.scheduler.isEmpty()).isEqualTo(this.oracle.isEmpty());
			if (i % 50 == 0) {
				assertThat(this.scheduler.peek()).isSameAs(this.oracle.isEmpty() ? null : this.oracle.first().event());
			}
			if (i % 1_000 == 0) {
				assertThat(this.scheduler.queue()).isEqualTo(this.oracle.stream().map(Entry::event).toList());
			}
		}
		runAll();
	}

	private void enter(Random random) {
		Instant time = time(random);
		Entry[] entry = new Entry[1];
		ScheduledEvent event = this.scheduler.enterAt(time, random.nextInt(3), () -> this.ran.add(entry[0]));
		entry[0] = new Entry(time, event.priority(), event.sequence(), event);
		this.oracle.add(entry[0]);
		this.entries.add(entry[0]);
	}

	private Instant time(Random random) {
		Instant now = this.clock.instant();
		return switch (random.nextInt(10)) {
			case 0 -> now;
			case 1 -> now.minusNanos(random.nextInt(1_000_000));
			case 2 -> now.plusNanos(random.nextInt(5_000));
			case 3 -> now.plusSeconds(random.nextInt(10));
			case 4, 5 -> now.plusNanos(random.nextInt(10_000_000));
			case 6 -> now.plusMillis(random.nextInt(3_600_000));
			case 7 -> now.plusSeconds(random.nextInt(100_000_000));
			case 8 -> GivenClock.START.plusSeconds(3_600 * random.nextInt(100));
			default -> (random.nextInt(20) != 0) ? now.plusNanos(random.nextLong(100_000_000_000L))
					: farAway(random.nextInt(4));
		};
	}

	private static Instant farAway(int where) {
		return switch (where) {
			case 0 -> Instant.MIN;
			case 1 -> Instant.MAX;
			case 2 -> Instant.parse("-20000-06-01T00:00:00Z");
			default -> Instant.parse("+20000-06-01T00:00:00Z");
		};
	}

	private void cancel(Entry entry) {
		if (this.oracle.remove(entry)) {
			this.scheduler.cancel(entry.event());
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> this.scheduler.cancel(entry.event()));
		}
	}

	private void moveTime(Random random) {
		Instant now = this.clock.instant();
		Instant time = switch (random.nextInt(12)) {
			case 0 -> now.minusSeconds(random.nextInt(100_000));
			case 1 -> now.plusSeconds(random.nextInt(1_000_000));
			case 2, 3, 4 -> now.plusNanos(random.nextInt(10_000));
			case 5 -> this.oracle.isEmpty() ? now : this.oracle.first().time();
			default -> now.plusMillis(random.nextInt(10_000));
		};
		boolean near = time.isAfter(Instant.parse("1000-01-01T00:00:00Z"))
				&& time.isBefore(Instant.parse("3000-01-01T00:00:00Z"));
		this.clock.set(near ? time : GivenClock.START);
	}

	private void runDue() throws InterruptedException {
		this.ran.clear();
		Duration next = this.scheduler.run(false);
		List<Entry> due = new ArrayList<>();
		while (!this.oracle.isEmpty() && !this.oracle.first().time().isAfter(this.clock.instant())) {
			due.add(this.oracle.pollFirst());
		}
		assertThat(this.ran).isEqualTo(due);
		assertThat(next).isEqualTo(
				this.oracle.isEmpty() ? null : Duration.between(this.clock.instant(), this.oracle.first().time()));
	}

	private void runAll() throws InterruptedException {
		this.ran.clear();
		this.scheduler.run();
		assertThat(this.ran).isEqualTo(List.copyOf(this.oracle));
		assertThat(this.scheduler.queue()).isEmpty();
	}

	private record Entry(Instant time, int priority, long sequence, ScheduledEvent event) implements Comparable<Entry> {

		@Override
		public int compareTo(Entry other) {
			int order = this.time.compareTo(other.time);
			if (order == 0) {
				order = Integer.compare(this.priority, other.priority);
			}
			return (order != 0) ? order : Long.compare(this.sequence, other.sequence);
		}

	}

}
