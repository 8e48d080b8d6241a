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
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Timeout;

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

/**
 * Races for {@link SteerableTask}: a run that is due, one that is triggered, and changes,
 * each by a thread of its own.
 */
@Timeout(120)
class SteerableTaskRaceTests extends AbstractRaceTests {

	private static final TaskSchedule HOURLY = TaskSchedule.fixedRate(Duration.ofHours(1));

	@EachRacers
	void shouldNeverOverlapItself(Racers racers) {
		Race.on(Steered::new)
			.actor(Steered::runDue)
			.actor(Steered::triggerAnyway)
			.actor(Steered::rescheduleAndRunDue)
			.arbiter((steered) -> steered.overlaps.get())
			.allow("0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldRunOnceForEachTriggerThatIsAccepted(Racers racers) {
		Race.on(Steered::new)
			.actor(Steered::trigger)
			.actor(Steered::trigger)
			.arbiter((steered) -> steered.runs.get())
			.allow("true,true,2", "true,false,1", "false,true,1")
			.run(racers, duration());
	}

	@EachRacers
	void shouldNotRunOnceItIsCancelled(Racers racers) {
		Race.on(Steered::new)
			.actor(Steered::cancel)
			.actor(Steered::trigger)
			.actor(Steered::rescheduleAndRunDue)
			.arbiter(Steered::runsOnceMore)
			.allow("true,false", "false,false")
			.run(racers, duration());
	}

	@EachRacers
	void shouldCountEachRunOrSkipOnce(Racers racers) {
		Race.on(Steered::new)
			.actor(Steered::runDueAgain)
			.actor(Steered::pause)
			.actor(Steered::runDueAgain)
			.arbiter((steered) -> steered.task.runs() + steered.task.snapshot().skipped())
			.allow("2")
			.run(racers, duration());
	}

	/**
	 * A task whose scheduler runs what is due when it is told to, and what is triggered
	 * at once, in the thread of who triggers it.
	 */
	private static final class Steered implements TaskDriver, ScheduledTaskListener {

		private final AtomicInteger active = new AtomicInteger();

		private final AtomicInteger overlaps = new AtomicInteger();

		private final AtomicInteger runs = new AtomicInteger();

		private final SteerableTask task = new SteerableTask("race", "race", "scheduler", HOURLY, this, this,
				this::body);

		private final AtomicReference<Runnable> due = new AtomicReference<>();

		private volatile Runnable latest;

		Steered() {
			this.task.start(null, false);
		}

		private void body() {
			this.runs.incrementAndGet();
			if (this.active.incrementAndGet() > 1) {
				this.overlaps.incrementAndGet();
			}
			Thread.yield();
			this.active.decrementAndGet();
		}

		/**
		 * Run what is due, once for each schedule.
		 */
		Object runDue() {
			Runnable run = this.due.getAndSet(null);
			if (run != null) {
				run.run();
			}
			return null;
		}

		Object runDueAgain() {
			this.latest.run();
			return null;
		}

		Object rescheduleAndRunDue() {
			try {
				this.task.reschedule(TaskSchedule.fixedDelay(Duration.ofHours(2)));
			}
			catch (IllegalStateException ex) {
				// it is cancelled
			}
			return runDue();
		}

		boolean trigger() {
			try {
				this.task.trigger();
				return true;
			}
			catch (IllegalStateException ex) {
				return false;
			}
		}

		Object triggerAnyway() {
			trigger();
			return null;
		}

		Object cancel() {
			this.task.cancel();
			return null;
		}

		Object pause() {
			this.task.pause();
			return null;
		}

		boolean runsOnceMore() {
			int before = this.runs.get();
			runDueAgain();
			return trigger() || this.runs.get() > before;
		}

		@Override
		public ScheduledFuture<?> start(TaskSchedule schedule, boolean first, Runnable run) {
			this.latest = run;
			this.due.set(run);
			return null;
		}

		@Override
		public void execute(Runnable run) {
			run.run();
		}

		@Override
		public InstantSource clock() {
			return InstantSource.system();
		}

		@Override
		public ScheduleLimits limits() {
			return ScheduleLimits.NONE;
		}

	}

}
