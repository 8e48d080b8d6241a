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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

/**
 * Races at a {@link NamedBarrier}.
 */
class BarrierRaceTests extends AbstractRaceTests {

	private static final String BROKEN = "BrokenBarrierException,BrokenBarrierException";

	@EachRacers
	void shouldGiveEachItsOwnIndex(Racers racers) {
		Race.on(() -> new Subject(3))
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> subject.barrier.await())
			.arbiter(Subject::rest)
			.allow("0,1,2,whole 1", "0,2,1,whole 1", "1,0,2,whole 1", "1,2,0,whole 1", "2,0,1,whole 1", "2,1,0,whole 1")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassOrBreakForAllWhenInterrupted(Racers racers) {
		passesOrBreaksForAllWhenInterrupted(() -> new Subject(2), racers);
	}

	@EachRacers
	void shouldPassOrBreakForAllWhenInterruptedDuringTheAction(Racers racers) {
		passesOrBreaksForAllWhenInterrupted(() -> new Subject(2, Thread::onSpinWait), racers);
	}

	private void passesOrBreaksForAllWhenInterrupted(Supplier<Subject> subjects, Racers racers) {
		Race.on(subjects).actor((subject) -> {
			subject.first = Thread.currentThread();
			return subject.barrier.await();
		}).actor((subject) -> subject.barrier.await()).actor((subject) -> {
			subject.interruptFirst();
			return null;
		})
			.arbiter(Subject::rest)
			.allow("0,1,whole 1", "1,0,whole 1", "InterruptedException,BrokenBarrierException,broken 0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassForAllWhenInterruptedByTheAction(Racers racers) {
		Race.on(Subject::interruptedByItsAction).actor((subject) -> {
			subject.first = Thread.currentThread();
			return subject.barrier.await() + (Thread.interrupted() ? " interrupted" : "");
		})
			.actor((subject) -> subject.barrier.await())
			.arbiter(Subject::rest)
			.allow("0 interrupted,1,whole 1", "1 interrupted,0,whole 1")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassOrBreakBeforeTheActionAtATimeout(Racers racers) {
		Race.on(Subject::counting)
			.actor((subject) -> subject.barrier.await(Duration.ofNanos(30_000)))
			.actor((subject) -> subject.barrier.await())
			.arbiter(Subject::restAndRuns)
			.allow("0,1,whole 1, 1 runs", "1,0,whole 1, 1 runs", BROKEN + ",broken 0, 0 runs")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassOrBreakForAllWhenAbortedDuringTheAction(Racers racers) {
		Race.on(Subject::counting)
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> {
				subject.barrier.abort();
				return null;
			})
			.arbiter(Subject::rest)
			.allow("0,1,broken 1", "1,0,broken 1", BROKEN + ",broken 0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldWorkAgainWhenResetDuringTheAction(Racers racers) {
		Race.on(Subject::counting)
			.actor(BarrierRaceTests::awaitTwice)
			.actor(BarrierRaceTests::awaitTwice)
			.actor((subject) -> {
				subject.barrier.reset();
				return null;
			})
			.arbiter((subject) -> subject.barrier.isBroken())
			.allow("passed,passed,false")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassOrBreakForAllAtATimeout(Racers racers) {
		Race.on(() -> new Subject(2))
			.actor((subject) -> subject.barrier.await(Duration.ofNanos(5_000)))
			.actor((subject) -> subject.barrier.await())
			.arbiter(Subject::rest)
			.allow("0,1,whole 1", "1,0,whole 1", BROKEN + ",broken 0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldPassOrBreakForAllWhenAborted(Racers racers) {
		Race.on(() -> new Subject(2))
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> subject.barrier.await())
			.actor((subject) -> {
				subject.barrier.abort();
				return null;
			})
			.arbiter(Subject::rest)
			.allow("0,1,broken 1", "1,0,broken 1", BROKEN + ",broken 0")
			.run(racers, duration());
	}

	@EachRacers
	void shouldWorkAgainWhenReset(Racers racers) {
		Race.on(() -> new Subject(2))
			.actor(BarrierRaceTests::awaitTwice)
			.actor(BarrierRaceTests::awaitTwice)
			.actor((subject) -> {
				subject.barrier.reset();
				// whoever was ejected comes again, unless the other has passed already
				return null;
			})
			.arbiter((subject) -> subject.barrier.isBroken())
			.allow("passed,passed,false")
			.run(racers, duration());
	}

	@EachRacers
	void shouldRunTheActionOnceBeforeAnyGoesOn(Racers racers) {
		AtomicInteger runs = new AtomicInteger();
		Race.on(() -> {
			runs.set(0);
			return new Subject(2, runs::incrementAndGet);
		})
			.actor((subject) -> (subject.barrier.await() >= 0) ? runs.get() : "")
			.actor((subject) -> (subject.barrier.await() >= 0) ? runs.get() : "")
			.arbiter(Subject::rest)
			.allow("1,1,whole 1")
			.run(racers, duration());
	}

	/**
	 * Two that are ejected together by the only reset meet again; if only one had
	 * arrived, it meets the other one.
	 */
	private static String awaitTwice(Subject subject) throws Exception {
		try {
			subject.barrier.await();
		}
		catch (BrokenBarrierException ex) {
			subject.barrier.await();
		}
		return "passed";
	}

	private static final class Subject {

		final NamedBarrier barrier;

		final AtomicInteger runs = new AtomicInteger();

		volatile Thread first;

		Subject(int parties) {
			this(parties, null);
		}

		Subject(int parties, Runnable action) {
			this.barrier = NamedBarrier.builder("test", parties).action(action).build();
		}

		private Subject(Consumer<Subject> action) {
			this.barrier = NamedBarrier.builder("test", 2).action(() -> action.accept(this)).build();
		}

		static Subject interruptedByItsAction() {
			return new Subject(Subject::interruptFirst);
		}

		/**
		 * Has an action that takes as long as some of the waits.
		 */
		static Subject counting() {
			return new Subject((subject) -> {
				subject.runs.incrementAndGet();
				long start = System.nanoTime();
				while (System.nanoTime() - start < 30_000) {
					Thread.onSpinWait();
				}
			});
		}

		void interruptFirst() {
			Thread first = this.first;
			if (first != null) {
				first.interrupt();
			}
		}

		String restAndRuns() {
			return rest() + ", " + this.runs + " runs";
		}

		String rest() {
			BarrierSnapshot snapshot = this.barrier.snapshot();
			if (snapshot.waits().begun() != snapshot.waits().ended() || !snapshot.waiting().isEmpty()) {
				return snapshot.toString();
			}
			return (snapshot.broken() ? "broken " : "whole ") + snapshot.generation();
		}

	}

}
