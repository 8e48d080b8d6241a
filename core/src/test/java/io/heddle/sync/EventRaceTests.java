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

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.Actor;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

/**
 * Races for a {@link NamedEvent}.
 */
class EventRaceTests extends AbstractRaceTests {

	@EachRacers
	void shouldWakeAllThatWaitWhenSetAndClearedAtOnce(Racers racers) {
		Actor<NamedEvent> await = (event) -> {
			event.await();
			return "woke";
		};
		Race.on(EventRaceTests::event).actor(await).actor(await).actor((event) -> {
			for (int turns = 0; event.waiters().size() < 2; turns++) {
				Race.pause(turns);
			}
			event.set();
			event.clear();
			return null;
		}).arbiter(EventRaceTests::rest).allow("woke,woke,not set").run(racers, duration());
	}

	@EachRacers
	void shouldWakeWhoeverComesBeforeOrAfterItIsSet(Racers racers) {
		Actor<NamedEvent> await = (event) -> {
			event.await();
			return "woke";
		};
		Race.on(EventRaceTests::event).actor(await).actor(await).actor((event) -> {
			event.set();
			return event.isSet();
		}).arbiter(EventRaceTests::rest).allow("woke,woke,true,set").run(racers, duration());
	}

	@EachRacers
	void shouldBeClearedByTheLastOneWhoClearsIt(Racers racers) {
		Actor<NamedEvent> setAndClear = (event) -> {
			event.set();
			event.clear();
			return null;
		};
		Race.on(EventRaceTests::event)
			.actor(setAndClear)
			.actor(setAndClear)
			.arbiter(EventRaceTests::rest)
			.allow("not set")
			.run(racers, duration());
	}

	@EachRacers
	void shouldBeSetOrTimeOut(Racers racers) {
		Race.on(EventRaceTests::event).actor((event) -> event.await(Duration.ofNanos(5_000))).actor((event) -> {
			event.set();
			return null;
		}).arbiter(EventRaceTests::rest).allow("true,set", "false,set").run(racers, duration());
	}

	@EachRacers
	void shouldStaySetWhenClosed(Racers racers) {
		Race.on(EventRaceTests::event).actor((event) -> {
			event.set();
			return event.isSet();
		}).actor((event) -> {
			event.close();
			return null;
		}).arbiter(EventRaceTests::rest).allow("true,set").run(racers, duration());
	}

	@EachRacers
	void shouldWakeWhoWaitsWhenSetOrClosed(Racers racers) {
		Race.on(EventRaceTests::event).actor((event) -> {
			event.await();
			return "woke";
		}).actor((event) -> {
			event.set();
			return null;
		}).actor((event) -> {
			event.close();
			return null;
		}).arbiter(EventRaceTests::rest).allow("woke,set", "IllegalStateException,set").run(racers, duration());
	}

	private static NamedEvent event() {
		return NamedEvent.builder("test").build();
	}

	private static String rest(NamedEvent event) {
		EventSnapshot snapshot = event.snapshot();
		if (snapshot.waits().begun() != snapshot.waits().ended() || !snapshot.waiters().isEmpty()) {
			return snapshot.toString();
		}
		return snapshot.set() ? "set" : "not set";
	}

}
