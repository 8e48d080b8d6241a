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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Races of puts, gets, removals, interrupts and shutdowns: nothing is lost or doubled,
 * everybody who waits wakes up, and a join is exact.
 */
class QueueStressTests extends AbstractQueueTests {

	private static final int ROUNDS = Integer.getInteger("heddle.stress.rounds", 1_000);

	static Stream<Arguments> scenarios() {
		return threads().flatMap((threads) -> Stream.of(NamedQueueType.FIFO, NamedQueueType.LIFO,
				NamedQueueType.PRIORITY)
			.flatMap((type) -> Stream.of(1, 3, 0).map((capacity) -> Arguments.of(threads, type, capacity))));
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void shouldLoseAndDoubleNothingWhenItIsShutDown(Threads threads, NamedQueueType type, int capacity)
			throws Exception {
		for (int round = 0; round < ROUNDS / 9 + 1; round++) {
			new Round(threads, queue(type, capacity), round).run();
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldSurviveShutdownAtAnyMoment(Threads threads) throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			new Round(threads, fifo(1 + round % 4), round).run();
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldJoinExactlyWhenTheLastIsDone(Threads threads) throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
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
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldLoseNothingToAnInterrupt(Threads threads) throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
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
		}
	}

	private static void add(List<Object> got, Started<Object> started) throws Exception {
		try {
			got.add(started.get());
		}
		catch (java.util.concurrent.ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOf(InterruptedException.class);
		}
	}

	/**
	 * Two producers, two consumers and one who removes, against a shutdown.
	 */
	private final class Round {

		private static final int ITEMS = 20;

		private final Threads threads;

		private final NamedQueue<Integer> queue;

		private final int seed;

		private final boolean immediate;

		private final CyclicBarrier start = new CyclicBarrier(6);

		private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();

		private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());

		private final AtomicLong removed = new AtomicLong();

		Round(Threads threads, NamedQueue<Integer> queue, int seed) {
			this.threads = threads;
			this.queue = queue;
			this.seed = seed;
			this.immediate = seed % 2 == 0;
		}

		void run() throws Exception {
			List<Started<Object>> started = List.of(start(this.threads, () -> produce(0)),
					start(this.threads, () -> produce(1000)), start(this.threads, this::consume),
					start(this.threads, this::consumeInBulk), start(this.threads, this::remove));
			this.start.await(20, TimeUnit.SECONDS);
			for (int i = new SplittableRandom(this.seed).nextInt(60); i > 0; i--) {
				this.queue.size();
			}
			this.queue.shutdown(this.immediate);
			for (Started<Object> thread : started) {
				thread.get();
			}
			assertThat(this.queue.join(Duration.ofSeconds(20))).isTrue();
			assertAccounts(this.queue.snapshot());
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
					if (i % 3 != 0) {
						this.queue.put(i);
						this.accepted.add(i);
					}
					else if (this.queue.offer(i, 1, TimeUnit.MILLISECONDS)) {
						this.accepted.add(i);
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
					Received<Integer> received = this.queue.receive();
					received.handle(this.taken::add);
				}
			}
			catch (ShutDownException ex) {
				return null;
			}
		}

		private Object consumeInBulk() throws Exception {
			this.start.await(20, TimeUnit.SECONDS);
			List<Integer> bulk = new ArrayList<>();
			try {
				while (true) {
					Integer item = this.queue.poll(1, TimeUnit.HOURS);
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
				if (this.queue.remove((Object) i)) {
					this.removed.incrementAndGet();
				}
			}
			return null;
		}

	}

}
