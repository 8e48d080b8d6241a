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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.Actor;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

/**
 * Races for a {@link NamedSemaphore}.
 */
class SemaphoreRaceTests extends AbstractRaceTests {

	static Stream<Arguments> kinds() {
		return Racers.supported()
			.stream()
			.flatMap((racers) -> Stream.of(Arguments.of(racers, 1, false), Arguments.of(racers, 1, true),
					Arguments.of(racers, 2, false), Arguments.of(racers, 2, true)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldLetInAsManyAsThereArePermits(Racers racers, int permits, boolean fair) {
		Actor<Subject> enter = (subject) -> {
			for (int i = 0; i < 3; i++) {
				try (Hold hold = subject.semaphore.hold()) {
					if (subject.inside.incrementAndGet() > permits) {
						return "too many";
					}
					subject.inside.decrementAndGet();
				}
			}
			return null;
		};
		Race.on(() -> new Subject(permits, fair, true))
			.actor(enter)
			.actor(enter)
			.actor(enter)
			.arbiter(Subject::rest)
			.allow(permits + " free")
			.run(racers, duration());
	}

	@EachRacers
	void shouldWakeAsManyAsPermitsAreReleased(Racers racers) {
		Actor<Subject> acquire = (subject) -> {
			subject.semaphore.acquire();
			return "acquired";
		};
		Race.on(() -> new Subject(0, true, false))
			.actor(acquire)
			.actor(acquire)
			.actor((subject) -> release(subject, 2))
			.arbiter(Subject::rest)
			.allow("acquired,acquired,0 free")
			.run(racers, duration());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldLoseNoPermitWhenSeveralAreAcquiredAtOnceAndReleasedOneByOne(Racers racers, int permits, boolean fair) {
		Race.on(() -> new Subject(0, fair, false)).actor((subject) -> {
			subject.semaphore.acquire(permits + 1);
			return "many";
		}).actor((subject) -> {
			subject.semaphore.acquire();
			return "one";
		}).actor((subject) -> {
			for (int i = 0; i < permits; i++) {
				subject.semaphore.release();
			}
			return null;
		})
			.actor((subject) -> release(subject, 2))
			.arbiter(Subject::rest)
			.allow("many,one,0 free")
			.run(racers, duration());
	}

	@EachRacers
	void shouldLoseNoPermitWhenOneOfSeveralThatAcquireManyIsInterrupted(Racers racers) {
		Race.on(() -> new Subject(0, true, false)).actor((subject) -> {
			subject.first = Thread.currentThread();
			subject.semaphore.acquire(2);
			return "first";
		}).actor((subject) -> {
			subject.semaphore.acquire(2);
			return "second";
		}).actor((subject) -> {
			subject.semaphore.release();
			Thread first = subject.first;
			if (first != null) {
				first.interrupt();
			}
			subject.semaphore.release();
			return release(subject, 2);
		})
			.arbiter(Subject::rest)
			.allow("first,second,0 free", "InterruptedException,second,2 free")
			.run(racers, duration());
	}

	@EachRacers
	void shouldRefuseTheReleaseThatIsTooMuch(Racers racers) {
		Race.on(() -> {
			Subject subject = new Subject(2, true, true);
			subject.semaphore.tryAcquire();
			return subject;
		})
			.actor((subject) -> release(subject, 1))
			.actor((subject) -> release(subject, 1))
			.arbiter(Subject::rest)
			.allow("IllegalStateException,2 free")
			.run(racers, duration());
	}

	@EachRacers
	void shouldNotLoseAPermitWhenInterrupted(Racers racers) {
		Race.on(() -> new Subject(0, true, false)).actor((subject) -> {
			subject.first = Thread.currentThread();
			subject.semaphore.acquire();
			return "acquired";
		}).actor((subject) -> release(subject, 1)).actor((subject) -> {
			Thread first = subject.first;
			if (first != null) {
				first.interrupt();
			}
			return null;
		}).arbiter(Subject::rest).allow("acquired,0 free", "InterruptedException,1 free").run(racers, duration());
	}

	@EachRacers
	void shouldNotLoseAPermitToATimeout(Racers racers) {
		Race.on(() -> new Subject(0, false, false))
			.actor((subject) -> subject.semaphore.tryAcquire(Duration.ofNanos(5_000)))
			.actor((subject) -> release(subject, 1))
			.arbiter(Subject::rest)
			.allow("true,0 free", "false,1 free")
			.run(racers, duration());
	}

	@EachRacers
	void shouldKnowTheHolderOfASinglePermit(Racers racers) {
		Actor<Subject> hold = (subject) -> {
			try (Hold held = subject.semaphore.hold()) {
				SemaphoreSnapshot snapshot = subject.semaphore.snapshot();
				boolean known = snapshot.holders().size() == 1
						&& snapshot.holders().get(0).threadId() == Thread.currentThread().getId();
				return known ? null : snapshot;
			}
		};
		Race.on(() -> new Subject(1, false, true))
			.actor(hold)
			.actor(hold)
			.arbiter(Subject::rest)
			.allow("1 free")
			.run(racers, duration());
	}

	private static Object release(Subject subject, int permits) {
		subject.semaphore.release(permits);
		return null;
	}

	private static final class Subject {

		final NamedSemaphore semaphore;

		final AtomicInteger inside = new AtomicInteger();

		volatile Thread first;

		Subject(int permits, boolean fair, boolean bounded) {
			this.semaphore = NamedSemaphore.builder("test").permits(permits).fair(fair).bounded(bounded).build();
		}

		String rest() {
			SemaphoreSnapshot snapshot = this.semaphore.snapshot();
			boolean free = snapshot.holders().isEmpty() && snapshot.waiters().isEmpty()
					&& snapshot.waits().begun() == snapshot.waits().ended();
			return free ? snapshot.available() + " free" : snapshot.toString();
		}

	}

}
