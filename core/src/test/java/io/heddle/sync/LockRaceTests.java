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
 * Races for a {@link NamedLock} and its conditions.
 */
class LockRaceTests extends AbstractRaceTests {

	static Stream<Arguments> kinds() {
		return Racers.supported()
			.stream()
			.flatMap((racers) -> Stream.of(Arguments.of(racers, true, false), Arguments.of(racers, true, true),
					Arguments.of(racers, false, false), Arguments.of(racers, false, true)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldLetInOneAtATime(Racers racers, boolean reentrant, boolean fair) {
		Actor<Subject> count = (subject) -> {
			for (int i = 0; i < 3; i++) {
				subject.lock.lock();
				subject.count++;
				subject.lock.unlock();
			}
			return null;
		};
		Race.on(() -> new Subject(reentrant, fair))
			.actor(count)
			.actor(count)
			.actor(count)
			.arbiter((subject) -> subject.count + " " + subject.lock.snapshot().acquisitions() + " " + subject.rest())
			.allow("9 9 free")
			.run(racers, duration());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldBeTakenOrNotWhenInterrupted(Racers racers, boolean reentrant, boolean fair) {
		Race.on(() -> new Subject(reentrant, fair)).actor((subject) -> {
			subject.first = Thread.currentThread();
			try (Hold hold = subject.lock.hold()) {
				return "taken";
			}
		}).actor((subject) -> {
			subject.lock.lock();
			subject.interruptFirst();
			subject.lock.unlock();
			return null;
		}).arbiter(Subject::rest).allow("taken,free", "InterruptedException,free").run(racers, duration());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldBeUsableAfterATimeout(Racers racers, boolean reentrant, boolean fair) {
		Race.on(() -> new Subject(reentrant, fair)).actor((subject) -> {
			boolean taken = subject.lock.tryLock(Duration.ofNanos(20_000));
			if (taken) {
				subject.lock.unlock();
			}
			return taken;
		}).actor((subject) -> {
			subject.lock.lock();
			subject.pause(20_000);
			subject.lock.unlock();
			return null;
		}).arbiter(Subject::rest).allow("true,free", "false,free").run(racers, duration());
	}

	@EachRacers
	void shouldBeReleasedOnceByWhomeverComesFirst(Racers racers) {
		Actor<Subject> unlock = (subject) -> {
			subject.lock.unlock();
			return "released";
		};
		Race.on(() -> {
			Subject subject = new Subject(false, false);
			subject.lock.lock();
			return subject;
		})
			.actor(unlock)
			.actor(unlock)
			.arbiter(Subject::rest)
			.allow("released,IllegalMonitorStateException,free", "IllegalMonitorStateException,released,free")
			.run(racers, duration());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldNotLoseASignal(Racers racers, boolean reentrant, boolean fair) {
		Race.on(() -> new Subject(reentrant, fair))
			.actor(Subject::awaitFlag)
			.actor(Subject::awaitFlag)
			.actor((subject) -> {
				try (Hold hold = subject.lock.hold()) {
					subject.flag = true;
					subject.condition.signal();
					subject.condition.signal();
				}
				return null;
			})
			.arbiter(Subject::rest)
			.allow("seen,seen,free")
			.run(racers, duration());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void shouldPassASignalOnOrTakeItWhenInterrupted(Racers racers, boolean reentrant, boolean fair) {
		Race.on(() -> new Subject(reentrant, fair)).actor((subject) -> {
			subject.first = Thread.currentThread();
			return subject.awaitFlag();
		}).actor(Subject::awaitFlag).actor((subject) -> {
			try (Hold hold = subject.lock.hold()) {
				subject.flag = true;
				subject.condition.signal();
			}
			subject.interruptFirst();
			// only one signal: whoever got it passes it on
			try (Hold hold = subject.lock.hold()) {
				subject.condition.signal();
			}
			return null;
		}).arbiter(Subject::rest).allow("seen,seen,free", "InterruptedException,seen,free").run(racers, duration());
	}

	private static final class Subject {

		final NamedLock lock;

		final NamedCondition condition;

		int count;

		boolean flag;

		volatile Thread first;

		Subject(boolean reentrant, boolean fair) {
			this.lock = NamedLock.builder("test").reentrant(reentrant).fair(fair).build();
			this.condition = this.lock.newCondition("flag");
		}

		String awaitFlag() throws InterruptedException {
			try (Hold hold = this.lock.hold()) {
				this.condition.waitFor(() -> this.flag);
				return "seen";
			}
		}

		void interruptFirst() {
			Thread first = this.first;
			if (first != null) {
				first.interrupt();
			}
		}

		void pause(long nanos) {
			long start = System.nanoTime();
			while (System.nanoTime() - start < nanos) {
				Thread.onSpinWait();
			}
		}

		String rest() {
			LockSnapshot snapshot = this.lock.snapshot();
			boolean free = snapshot.owner() == null && snapshot.waiters().isEmpty() && snapshot.conditions().isEmpty()
					&& snapshot.waits().begun() == snapshot.waits().ended() && this.lock.tryLock();
			return free ? "free" : snapshot.toString();
		}

	}

}
