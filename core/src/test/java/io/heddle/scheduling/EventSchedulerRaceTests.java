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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Timeout;

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Races for {@link EventScheduler}.
 */
@Timeout(120)
class EventSchedulerRaceTests extends AbstractRaceTests {

	@EachRacers
	void shouldRunOrBeCancelled(Racers racers) {
		Race.on(Pending::new)
			.actor(Pending::run)
			.actor(Pending::cancel)
			.arbiter((pending) -> pending.ran.get())
			.allow("true,0", "false,1")
			.run(racers, duration());
	}

	@EachRacers
	void shouldRunOnceInOneOfTwoRuns(Racers racers) {
		Race.on(Pending::new)
			.actor(Pending::run)
			.actor(Pending::run)
			.arbiter((pending) -> pending.ran.get())
			.allow("1")
			.run(racers, duration());
	}

	@EachRacers
	void shouldEndAllRunsWhenTheLastEventIsCancelled(Racers racers) {
		Race.on(() -> new Pending(Duration.ofHours(1)))
			.actor(Pending::run)
			.actor(Pending::run)
			.actor(Pending::cancel)
			.arbiter((pending) -> pending.ran.get())
			.allow("true,0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldWakeForAnEarlierEvent(Racers racers) {
		Race.on(() -> new Pending(Duration.ofHours(1)))
			.actor(Pending::run)
			.actor(Pending::enterWhatCancels)
			.arbiter((pending) -> pending.ran.get())
			.allow("1")
			.run(racers, duration());
	}

	/**
	 * Threads that enter and cancel, while others run.
	 */
	@EachRacers
	void shouldRunAllButTheCancelled(Racers racers) throws Exception {
		Stress stress = new Stress();
		List<Thread> threads = new ArrayList<>();
		long end = System.nanoTime() + duration().toNanos();
		for (int i = 0; i < 2; i++) {
			threads.add(racers.start("enters-" + i, () -> stress.enterUntil(end)));
		}
		AtomicBoolean entering = new AtomicBoolean(true);
		List<Thread> runners = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			runners.add(racers.start("runs-" + i, () -> stress.runWhile(entering)));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		entering.set(false);
		for (Thread runner : runners) {
			runner.join();
		}
		assertThat(stress.failure.get()).isNull();
		assertThat(stress.scheduler.isEmpty()).isTrue();
		assertThat(stress.ran.get() + stress.cancelled.get()).isEqualTo(stress.entered.get());
		assertThat(stress.ran.get()).isPositive();
		assertThat(stress.cancelled.get()).isPositive();
	}

	private static final class Pending {

		final EventScheduler scheduler = new EventScheduler();

		final AtomicInteger ran = new AtomicInteger();

		final ScheduledEvent event;

		Pending() {
			this(Duration.ofNanos(2_000));
		}

		Pending(Duration delay) {
			this.event = this.scheduler.enter(delay, 0, this.ran::incrementAndGet);
		}

		Object run() throws InterruptedException {
			this.scheduler.run();
			return null;
		}

		Object enterWhatCancels() {
			this.scheduler.enter(Duration.ofNanos(10_000), 0, () -> {
				this.ran.incrementAndGet();
				this.scheduler.cancel(this.event);
			});
			return null;
		}

		boolean cancel() {
			try {
				this.scheduler.cancel(this.event);
				return true;
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

	}

	private static final class Stress {

		final EventScheduler scheduler = new EventScheduler();

		final AtomicInteger entered = new AtomicInteger();

		final AtomicInteger cancelled = new AtomicInteger();

		final AtomicInteger ran = new AtomicInteger();

		final AtomicReference<Throwable> failure = new AtomicReference<>();

		void enterUntil(long end) {
			Random random = ThreadLocalRandom.current();
			List<ScheduledEvent> events = new ArrayList<>();
			while (System.nanoTime() - end < 0) {
				for (int i = 0; i < 100; i++) {
					Duration delay = Duration.ofNanos(random.nextInt(2_000_000));
					events.add(this.scheduler.enter(delay, random.nextInt(2), this.ran::incrementAndGet));
					this.entered.incrementAndGet();
				}
				for (int i = 0; i < 50; i++) {
					cancel(events.remove(random.nextInt(events.size())));
				}
				events.subList(0, Math.max(0, events.size() - 1_000)).clear();
			}
		}

		private void cancel(ScheduledEvent event) {
			try {
				this.scheduler.cancel(event);
				this.cancelled.incrementAndGet();
			}
			catch (IllegalArgumentException ex) {
				// it has run
			}
		}

		void runWhile(AtomicBoolean entering) {
			try {
				while (entering.get()) {
					this.scheduler.run();
					Thread.yield();
				}
				this.scheduler.run();
			}
			catch (Throwable ex) {
				this.failure.set(ex);
			}
		}

	}

}
