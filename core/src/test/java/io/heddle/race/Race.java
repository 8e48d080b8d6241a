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

package io.heddle.race;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that act on a fresh state at the same moment, again and again, in the
 * manner of jcstress but with actors that may block and be interrupted: an outcome that
 * is not allowed fails the race, and so does one that never comes.
 *
 * @param <S> what the threads race for
 */
public final class Race<S> {

	private static final Logger logger = LoggerFactory.getLogger(Race.class);

	private static final long STALLED = Duration.ofSeconds(30).toNanos();

	private final Supplier<? extends S> states;

	private final List<Actor<? super S>> actors = new ArrayList<>();

	private final Set<String> allowed = new HashSet<>();

	private @Nullable Function<? super S, ?> arbiter;

	private Race(Supplier<? extends S> states) {
		this.states = states;
	}

	/**
	 * Return a race without actors.
	 * @param <S> what the threads race for
	 * @param states makes the state of a round
	 * @return the race
	 */
	public static <S> Race<S> on(Supplier<? extends S> states) {
		return new Race<>(states);
	}

	/**
	 * Add a thread.
	 * @param actor what it does in each round
	 * @return this race
	 */
	public Race<S> actor(Actor<? super S> actor) {
		this.actors.add(actor);
		return this;
	}

	/**
	 * Set what looks at the state when all actors of a round are done.
	 * @param arbiter returns the last part of the outcome
	 * @return this race
	 */
	public Race<S> arbiter(Function<? super S, ?> arbiter) {
		this.arbiter = arbiter;
		return this;
	}

	/**
	 * Allow outcomes.
	 * @param outcomes what the actors in their order and the arbiter may return together,
	 * with commas between
	 * @return this race
	 */
	public Race<S> allow(String... outcomes) {
		this.allowed.addAll(Arrays.asList(outcomes));
		return this;
	}

	/**
	 * Run rounds until the time is over.
	 * @param racers the kind of threads
	 * @param duration how long to run
	 * @return how often each outcome came
	 * @throws AssertionError if an outcome came that is not allowed, or none
	 */
	public Map<String, Long> run(Racers racers, Duration duration) {
		Rounds<S> rounds = new Rounds<>(this.actors.size(), this.states, System.nanoTime() + duration.toNanos());
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < this.actors.size(); i++) {
			int index = i;
			Actor<? super S> actor = this.actors.get(i);
			threads.add(racers.start("actor-" + i, () -> rounds.race(index, actor, this.arbiter)));
		}
		awaitEnd(threads, rounds);
		Map<String, Long> forbidden = new TreeMap<>(rounds.outcomes);
		forbidden.keySet().removeAll(this.allowed);
		if (!forbidden.isEmpty()) {
			throw new AssertionError("Forbidden outcomes " + forbidden + " among " + rounds.outcomes);
		}
		logger.debug("{} threads: {}", racers, rounds.outcomes);
		return rounds.outcomes;
	}

	/**
	 * Wait a little, in a way that lets all threads go on: virtual ones that only yield
	 * can keep others from ever being started.
	 * @param turns how often the calling thread has waited before
	 */
	public static void pause(int turns) {
		if (turns < 200) {
			Thread.onSpinWait();
		}
		else if (turns < 300) {
			Thread.yield();
		}
		else {
			LockSupport.parkNanos(20_000);
		}
	}

	private void awaitEnd(List<Thread> threads, Rounds<S> rounds) {
		long seen = -1;
		long since = System.nanoTime();
		for (Thread thread : threads) {
			while (thread.isAlive()) {
				if (rounds.arrived.get() != seen) {
					seen = rounds.arrived.get();
					since = System.nanoTime();
				}
				if (System.nanoTime() - since > STALLED) {
					rounds.stalled = true;
					throw new AssertionError("No outcome in round " + seen / threads.size() + ", after "
							+ rounds.outcomes + ": " + stacks(threads));
				}
				join(thread);
			}
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join(100);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String stacks(List<Thread> threads) {
		return threads.stream()
			.map((thread) -> "%n%s: %s".formatted(thread, Arrays.toString(thread.getStackTrace())))
			.collect(Collectors.joining());
	}

	/**
	 * The rounds of a run. All actors meet before each round, which so begins for all at
	 * about the same moment.
	 */
	private static final class Rounds<S> {

		private static final String NOTHING = "";

		final AtomicLong arrived = new AtomicLong();

		final Map<String, Long> outcomes = new TreeMap<>();

		volatile boolean stalled;

		private final int size;

		private final Supplier<? extends S> states;

		private final long end;

		private final Object[] results;

		private volatile @Nullable S state;

		Rounds(int size, Supplier<? extends S> states, long end) {
			this.size = size;
			this.states = states;
			this.end = end;
			this.results = new Object[size];
		}

		void race(int index, Actor<? super S> actor, @Nullable Function<? super S, ?> arbiter) {
			long meetings = 0;
			while (true) {
				meet(++meetings);
				if (index == 0) {
					collect(arbiter);
				}
				meet(++meetings);
				S state = this.state;
				if (state == null) {
					return;
				}
				// an interrupt that came too late was for the round before
				Thread.interrupted();
				meet(++meetings);
				for (int i = ThreadLocalRandom.current().nextInt(64); i > 0; i--) {
					Thread.onSpinWait();
				}
				this.results[index] = result(actor, state);
			}
		}

		private Object result(Actor<? super S> actor, S state) {
			try {
				Object result = actor.act(state);
				return (result != null) ? result : NOTHING;
			}
			catch (Exception ex) {
				return ex.getClass().getSimpleName();
			}
		}

		private void collect(@Nullable Function<? super S, ?> arbiter) {
			S state = this.state;
			if (state != null) {
				String outcome = Arrays.stream(this.results)
					.filter((result) -> result != NOTHING)
					.map(Object::toString)
					.collect(Collectors.joining(","));
				if (arbiter != null) {
					Object last = last(arbiter, state);
					outcome = outcome.isEmpty() ? String.valueOf(last) : outcome + "," + last;
				}
				this.outcomes.merge(outcome, 1L, Long::sum);
			}
			this.state = (System.nanoTime() - this.end < 0) ? this.states.get() : null;
		}

		private Object last(Function<? super S, ?> arbiter, S state) {
			try {
				return arbiter.apply(state);
			}
			catch (RuntimeException ex) {
				return ex;
			}
		}

		private void meet(long meetings) {
			this.arrived.incrementAndGet();
			for (int spins = 0; this.arrived.get() < meetings * this.size; spins++) {
				if (this.stalled) {
					throw new IllegalStateException("Another actor does not come");
				}
				pause(spins);
			}
		}

	}

}
