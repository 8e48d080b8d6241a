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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Races of puts, gets, removals, interrupts and shutdowns: nothing is lost or doubled,
 * everybody who waits wakes up, and a join is exact.
 */
class QueueRaceTests extends AbstractQueueTests {

	private static final int FEWEST_ROUNDS = 8;

	static Stream<Arguments> scenarios() {
		return threads().flatMap((threads) -> Stream.of(NamedQueueType.values())
			.flatMap((type) -> Stream.of(1, 3, 0).map((capacity) -> Arguments.of(threads, type, capacity))));
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void shouldLoseAndDoubleNothingWhenItIsShutDown(Threads threads, NamedQueueType type, int capacity)
			throws Exception {
		race((round) -> {
			if (type == NamedQueueType.DELAY) {
				new Round<>(threads, queue(type, capacity), Parcel.in(round), round).run();
			}
			else {
				new Round<>(threads, queue(type, capacity), Integer::valueOf, round).run();
			}
		});
	}

	@ParameterizedTest
	@EachThreads
	void shouldSurviveShutdownAtAnyMoment(Threads threads) throws Exception {
		race((round) -> new Round<>(threads, fifo(1 + round % 4), Integer::valueOf, round).run());
	}

	@ParameterizedTest
	@EachThreads
	void shouldJoinExactlyWhenTheLastIsDone(Threads threads) throws Exception {
		race((round) -> {
			NamedQueue<Integer> queue = fifo(0);
			AtomicInteger done = new AtomicInteger();
			int items = 1 + round % 5;
			for (int i = 0; i < items; i++) {
				queue.put(i);
			}
			Started<Integer> joiner = start(threads, () -> {
				queue.join();
				return done.get();
			});
			List<Started<Object>> consumers = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				consumers.add(start(threads, () -> {
					while (queue.poll() != null) {
						done.incrementAndGet();
						queue.taskDone();
					}
					return null;
				}));
			}
			assertThat(joiner.get()).isEqualTo(items);
			for (Started<Object> consumer : consumers) {
				consumer.get();
			}
		});
	}

	@ParameterizedTest
	@EachThreads
	void shouldLoseNothingToAnInterrupt(Threads threads) throws Exception {
		race((round) -> {
			NamedQueue<Integer> queue = fifo(1);
			Started<Object> one = start(threads, queue::take);
			Started<Object> two = start(threads, queue::take);
			Started<Object> producer = start(threads, () -> {
				queue.put(1);
				queue.put(2);
				return null;
			});
			one.thread().interrupt();
			List<Object> got = new ArrayList<>();
			add(got, one);
			if (got.isEmpty()) {
				got.add(two.get());
				got.add(queue.poll(20, TimeUnit.SECONDS));
			}
			else {
				got.add(two.get());
			}
			producer.get();
			assertThat(got).containsExactlyInAnyOrder(1, 2);
		});
	}

	private static void add(List<Object> got, Started<Object> started) throws Exception {
		try {
			got.add(started.get());
		}
		catch (ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOf(InterruptedException.class);
		}
	}

	private void race(Rounds rounds) throws Exception {
		long start = System.nanoTime();
		for (int round = 0; round < FEWEST_ROUNDS || System.nanoTime() - start < duration().toNanos(); round++) {
			rounds.run(round);
		}
	}

	/**
	 * Runs a race again and again.
	 */
	@FunctionalInterface
	private interface Rounds {

		void run(int round) throws Exception;

	}

	/**
	 * An item that is there at once, or soon, or not before tomorrow.
	 */
	private record Parcel(int number, long at) implements Delayed {

		private static final int FAR = 7;

		static IntFunction<Parcel> in(int round) {
			long now = System.nanoTime();
			boolean someAreFar = round % 4 > 1;
			return (number) -> {
				Duration delay = (someAreFar && number % 10 == FAR) ? Duration.ofDays(1)
						: Duration.ofNanos(50_000 * (number % 4));
				return new Parcel(number, now + delay.toNanos());
			};
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.at, ((Parcel) other).at);
		}

	}

	/**
	 * Two producers, two consumers and one who removes, against a shutdown.
	 */
	private final class Round<E> {

		private static final int ITEMS = 20;

		private final Threads threads;

		private final NamedQueue<E> queue;

		private final IntFunction<E> items;

		private final int seed;

		private final boolean immediate;

		private final CyclicBarrier start = new CyclicBarrier(6);

		private final Set<E> accepted = ConcurrentHashMap.newKeySet();

		private final List<E> taken = Collections.synchronizedList(new ArrayList<>());

		private final AtomicLong removed = new AtomicLong();

		Round(Threads threads, NamedQueue<E> queue, IntFunction<E> items, int seed) {
			this.threads = threads;
			this.queue = queue;
			this.items = items;
			this.seed = seed;
			this.immediate = seed % 2 == 0;
		}

		void run() throws Exception {
			List<Started<Object>> started = List.of(start(this.threads, () -> produce(0)),
					start(this.threads, () -> produce(1000)), start(this.threads, this::consume),
					start(this.threads, this::consumeInBulk), start(this.threads, this::remove));
			this.start.await(20, TimeUnit.SECONDS);
			SplittableRandom random = new SplittableRandom(this.seed);
			look(random.nextInt(60));
			this.queue.shutdown(this.immediate);
			look(random.nextInt(2) * random.nextInt(60_000));
			for (int number = Parcel.FAR; number < ITEMS; number += 10) {
				remove(number);
				remove(1000 + number);
			}
			for (Started<Object> thread : started) {
				thread.get();
			}
			assertThat(this.queue.join(Duration.ofSeconds(20))).isTrue();
			assertAccounts(this.queue.snapshot());
		}

		private void look(int times) {
			for (int i = 0; i < times; i++) {
				this.queue.size();
			}
		}

		private void assertAccounts(NamedQueueSnapshot snapshot) {
			assertThat(this.queue).isEmpty();
			assertThat(this.taken).doesNotHaveDuplicates();
			assertThat(this.accepted).containsAll(this.taken);
			assertThat(snapshot.puts()).isEqualTo(this.accepted.size());
			assertThat(snapshot.gets()).isEqualTo(this.taken.size());
			assertThat(snapshot.puts()).isEqualTo(snapshot.gets() + snapshot.dropped());
			assertThat(snapshot.unfinished()).isZero();
			if (!this.immediate) {
				assertThat(snapshot.dropped()).isEqualTo(this.removed.get());
			}
			assertThat(snapshot.blockedConsumers()).isZero();
			assertThat(snapshot.blockedProducers()).isZero();
		}

		private Object produce(int first) throws Exception {
			this.start.await(20, TimeUnit.SECONDS);
			try {
				for (int i = first; i < first + ITEMS; i++) {
					E item = this.items.apply(i);
					if (i % 3 != 0) {
						this.queue.put(item);
						this.accepted.add(item);
					}
					else if (this.queue.offer(item, 1, TimeUnit.MILLISECONDS)) {
						this.accepted.add(item);
					}
				}
			}
			catch (ShutDownException ex) {
				// as expected
			}
			return null;
		}

		private Object consume() throws Exception {
			this.start.await(20, TimeUnit.SECONDS);
			try {
				while (true) {
					Received<E> received = this.queue.receive();
					received.handle(this.taken::add);
				}
			}
			catch (ShutDownException ex) {
				return null;
			}
		}

		private Object consumeInBulk() throws Exception {
			this.start.await(20, TimeUnit.SECONDS);
			List<E> bulk = new ArrayList<>();
			try {
				while (true) {
					E item = this.queue.poll(1, TimeUnit.HOURS);
					this.taken.add(item);
					this.queue.taskDone();
					bulk.clear();
					this.queue.drainTo(bulk, 3);
					this.taken.addAll(bulk);
					bulk.forEach((each) -> this.queue.taskDone());
				}
			}
			catch (ShutDownException ex) {
				return null;
			}
		}

		private Object remove() throws Exception {
			this.start.await(20, TimeUnit.SECONDS);
			for (int i = 0; i < ITEMS; i++) {
				remove(i);
			}
			return null;
		}

		private void remove(int number) {
			if (this.queue.remove((Object) this.items.apply(number))) {
				this.removed.incrementAndGet();
			}
		}

	}

}
