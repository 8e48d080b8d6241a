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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link NamedQueue}: order, waiting, accounting and what is shown.
 */
class NamedQueueTests extends AbstractQueueTests {

	@Test
	void shouldGiveTheFirstFirst() throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		for (int i = 0; i < 1000; i++) {
			queue.put(i);
			queue.put(-i);
			assertThat(queue.take()).isEqualTo((i % 2 == 0) ? i / 2 : -(i / 2));
		}
		assertThat(queue).hasSize(1000);
	}

	@Test
	void shouldGiveTheLastFirst() throws Exception {
		NamedQueue<Integer> queue = queue(NamedQueueType.LIFO, 0);
		for (int i = 0; i < 200; i++) {
			queue.put(i);
		}
		assertThat(queue.peek()).isEqualTo(199);
		assertThat(queue.iterator().next()).isEqualTo(199);
		for (int i = 199; i >= 0; i--) {
			assertThat(queue.take()).isEqualTo(i);
		}
	}

	@Test
	void shouldGiveTheLeastFirstAndEqualOnesInTheOrderOfTheirPuts() throws Exception {
		NamedQueue<Job> queue = queue(NamedQueueType.PRIORITY, 0);
		List<Job> jobs = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			Job job = new Job((i * 7919) % 10, i);
			jobs.add(job);
			queue.put(job);
			if (i % 3 == 2) {
				jobs.sort(Comparator.comparingInt(Job::priority).thenComparingInt(Job::number));
				assertThat(queue.take()).isEqualTo(jobs.remove(0));
			}
		}
		jobs.sort(Comparator.comparingInt(Job::priority).thenComparingInt(Job::number));
		assertThat(queue).containsExactlyElementsOf(jobs);
		List<Job> drained = new ArrayList<>();
		queue.drainTo(drained);
		assertThat(drained).isEqualTo(jobs);
	}

	@Test
	void shouldStayStableWhenItemsAreRemoved() {
		NamedQueue<Job> queue = queue(NamedQueueType.PRIORITY, 0);
		List<Job> expected = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			Job job = new Job((i * 31) % 4, i);
			queue.add(job);
			if (i % 5 != 0) {
				expected.add(job);
			}
		}
		queue.removeIf((job) -> job.number() % 5 == 0);
		expected.sort(Comparator.comparingInt(Job::priority).thenComparingInt(Job::number));
		List<Job> polled = new ArrayList<>();
		for (Job job = queue.poll(); job != null; job = queue.poll()) {
			polled.add(job);
		}
		assertThat(polled).isEqualTo(expected);
	}

	@Test
	void shouldTakeAComparatorForThePriority() throws Exception {
		NamedQueue<Object> queue = NamedQueue.builder("orders")
			.type(NamedQueueType.PRIORITY)
			.comparator(Comparator.comparingInt((Object item) -> item.toString().length()))
			.build();
		queue.put("three");
		queue.put("one");
		queue.put("two");
		assertThat(queue).containsExactly("one", "two", "three");
	}

	@Test
	void shouldLoseNothingWhenAComparisonThrows() {
		AtomicInteger bombs = new AtomicInteger(Integer.MAX_VALUE);
		NamedQueue<Integer> queue = NamedQueue.builder("orders")
			.type(NamedQueueType.PRIORITY)
			.comparator((Integer one, Integer two) -> {
				if (bombs.decrementAndGet() == 0) {
					throw new IllegalStateException("Expected");
				}
				return one.compareTo(two);
			})
			.build();
		for (int i = 100; i > 0; i--) {
			queue.add(i);
		}
		for (int fuse = 1; fuse < 6; fuse++) {
			bombs.set(fuse);
			assertThatIllegalStateException().isThrownBy(() -> queue.add(0)).withMessage("Expected");
			bombs.set(fuse);
			assertThatIllegalStateException().isThrownBy(queue::poll).withMessage("Expected");
		}
		bombs.set(Integer.MAX_VALUE);
		assertThat(queue.snapshot().puts()).isEqualTo(100);
		for (int i = 1; i <= 100; i++) {
			assertThat(queue.poll()).isEqualTo(i);
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeTheNextProducerWhenAComparisonThrowsInTheOneThatWasWoken(Threads threads) throws Exception {
		NamedQueue<Object> queue = NamedQueue.builder("orders")
			.type(NamedQueueType.PRIORITY)
			.capacity(2)
			.comparator((one, two) -> ((Integer) one).compareTo((Integer) two))
			.build();
		queue.put(1);
		queue.put(2);
		Started<Object> bad = start(threads, () -> {
			queue.put("no number");
			return null;
		});
		awaitProducers(queue, 1);
		Started<Object> good = start(threads, () -> {
			queue.put(3);
			return null;
		});
		awaitProducers(queue, 2);
		assertThat(queue.take()).isEqualTo(1);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(bad::get)
			.withCauseInstanceOf(ClassCastException.class);
		good.get();
		assertThat(queue).containsExactly(2, 3);
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeTheNextConsumerWhenAComparisonThrowsInTheOneThatWasWoken(Threads threads) throws Exception {
		// all three are there before the first that was woken has the lock, most times
		for (int round = 0; round < 20; round++) {
			Thread producer = Thread.currentThread();
			AtomicBoolean bomb = new AtomicBoolean(true);
			NamedQueue<Integer> queue = NamedQueue.builder("orders")
				.type(NamedQueueType.PRIORITY)
				.comparator((Integer one, Integer two) -> {
					if (Thread.currentThread() != producer && bomb.getAndSet(false)) {
						throw new IllegalStateException("Expected");
					}
					return one.compareTo(two);
				})
				.build();
			List<Started<Integer>> consumers = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				consumers.add(start(threads, queue::take));
			}
			awaitConsumers(queue, 4);
			queue.put(1);
			queue.put(2);
			queue.put(3);
			await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(20)).until(queue::isEmpty);
			queue.shutdown();
			int failed = 0;
			for (Started<Integer> consumer : consumers) {
				failed += failed(consumer) ? 1 : 0;
			}
			assertThat(failed).isEqualTo(1);
			assertThat(queue.snapshot().gets()).isEqualTo(3);
		}
	}

	private static boolean failed(Started<?> started) throws Exception {
		try {
			started.get();
			return false;
		}
		catch (ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOfAny(IllegalStateException.class, ShutDownException.class);
			return true;
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldRemoveAllOrNothingWhenAComparisonThrows(Threads threads) throws Exception {
		AtomicInteger bombs = new AtomicInteger(Integer.MAX_VALUE);
		NamedQueue<Integer> queue = NamedQueue.builder("orders")
			.type(NamedQueueType.PRIORITY)
			.capacity(100)
			.comparator((Integer one, Integer two) -> {
				if (bombs.decrementAndGet() == 0) {
					throw new IllegalStateException("Expected");
				}
				return one.compareTo(two);
			})
			.build();
		for (int i = 100; i > 0; i--) {
			queue.add(i);
		}
		Started<Boolean> producer = start(threads, () -> queue.offer(101, 1, TimeUnit.HOURS));
		awaitProducers(queue, 1);
		for (int fuse = 1; fuse < 40; fuse++) {
			bombs.set(fuse);
			assertThatIllegalStateException().isThrownBy(() -> queue.removeIf((item) -> item % 2 == 0))
				.withMessage("Expected");
			bombs.set(fuse);
			assertThatIllegalStateException().isThrownBy(() -> queue.remove((Object) 50)).withMessage("Expected");
			assertThat(queue).hasSize(100);
		}
		bombs.set(Integer.MAX_VALUE);
		NamedQueueSnapshot snapshot = queue.snapshot();
		assertThat(snapshot.puts()).isEqualTo(100);
		assertThat(snapshot.dropped()).isZero();
		assertThat(snapshot.unfinished()).isEqualTo(100);
		assertThat(snapshot.blockedProducers()).isEqualTo(1);
		assertThat(queue.removeIf((item) -> item % 2 == 0)).isTrue();
		assertThat(producer.get()).isTrue();
		for (int i = 1; i <= 101; i += 2) {
			assertThat(queue.poll()).isEqualTo(i);
		}
		assertThat(queue).isEmpty();
	}

	@Test
	void shouldRefuseItemsThatCannotBeOrdered() {
		NamedQueue<Object> priority = queue(NamedQueueType.PRIORITY, 0);
		assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> priority.add(new Object()))
			.withMessageContaining("'item' must be Comparable")
			.withMessageContaining("comparator");
		NamedQueue<Object> delay = queue(NamedQueueType.DELAY, 0);
		assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> delay.put("now"))
			.withMessageContaining("'item' must be Delayed")
			.withMessageContaining("java.lang.String");
		assertThat(priority).isEmpty();
	}

	@Test
	void shouldRefuseBadArguments() {
		assertThatIllegalArgumentException().isThrownBy(() -> NamedQueue.builder("orders").capacity(-1))
			.withMessageContaining("'capacity' must not be negative but is -1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedQueue.builder("orders").comparator(Comparator.naturalOrder()).build())
			.withMessageContaining("'comparator'")
			.withMessageContaining("PRIORITY");
		assertThatNullPointerException().isThrownBy(() -> NamedQueue.builder(null));
	}

	@Test
	void shouldRefuseANegativeTimeout() {
		NamedQueue<Integer> queue = fifo(0);
		queue.add(1);
		Duration negative = Duration.ofNanos(-1);
		assertThatIllegalArgumentException().isThrownBy(() -> queue.join(negative))
			.withMessageContaining("'timeout' must not be negative but is PT-0.000000001S");
		assertThatIllegalArgumentException().isThrownBy(() -> queue.receive(negative))
			.withMessageContaining("'timeout' must not be negative");
		assertThat(queue).hasSize(1);
	}

	@ParameterizedTest
	@EachThreads
	void shouldWaitWithoutEndForAnEndlessTimeout(Threads threads) throws Exception {
		Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
		for (NamedQueueType type : List.of(NamedQueueType.FIFO, NamedQueueType.PRIORITY)) {
			NamedQueue<Integer> queue = queue(type, 1);
			Started<Received<Integer>> receiver = start(threads, () -> queue.receive(endless));
			Started<Integer> poller = start(threads, () -> queue.poll(Long.MAX_VALUE, TimeUnit.DAYS));
			awaitConsumers(queue, 2);
			queue.put(1);
			queue.put(2);
			assertThat(receiver.get().item() + poller.get()).isEqualTo(3);
			queue.put(3);
			Started<Boolean> producer = start(threads, () -> queue.offer(4, Long.MAX_VALUE, TimeUnit.DAYS));
			Started<Boolean> joiner = start(threads, () -> queue.join(endless));
			awaitProducers(queue, 1);
			queue.take();
			assertThat(producer.get()).isTrue();
			queue.take();
			for (int i = 0; i < 4; i++) {
				assertThat(joiner.result().isDone()).isFalse();
				queue.taskDone();
			}
			assertThat(joiner.get()).isTrue();
		}
	}

	@Test
	void shouldHaveNoLimitIfTheCapacityIsZeroOrLeftOut() {
		NamedQueue<Integer> queue = fifo(0);
		NamedQueue<Integer> other = NamedQueue.builder("other").build();
		for (int i = 0; i < 100_000; i++) {
			assertThat(queue.offer(i)).isTrue();
			assertThat(other.offer(i)).isTrue();
		}
		assertThat(queue.remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
		assertThat(queue.snapshot().capacity()).isNull();
		assertThat(queue).hasSize(100_000);
		queue.clear();
		assertThat(queue).isEmpty();
		assertThat(queue.offer(1)).isTrue();
		assertThat(queue.poll()).isEqualTo(1);
	}

	@ParameterizedTest
	@EachThreads
	void shouldRefuseOrWaitWhenItIsFull(Threads threads) throws Exception {
		for (NamedQueueType type : List.of(NamedQueueType.FIFO, NamedQueueType.LIFO, NamedQueueType.PRIORITY)) {
			shouldRefuseOrWaitWhenItIsFull(threads, queue(type, 2));
		}
	}

	private void shouldRefuseOrWaitWhenItIsFull(Threads threads, NamedQueue<Integer> queue) throws Exception {
		assertThat(queue.offer(1)).isTrue();
		assertThat(queue.remainingCapacity()).isEqualTo(1);
		assertThat(queue.offer(2, 1, TimeUnit.DAYS)).isTrue();
		assertThat(queue.offer(3)).isFalse();
		assertThat(queue.offer(3, 0, TimeUnit.SECONDS)).isFalse();
		assertThat(queue.offer(3, 5, TimeUnit.MILLISECONDS)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> queue.add(3));
		assertThat(queue.remainingCapacity()).isZero();
		assertThat(queue.snapshot().puts()).isEqualTo(2);
		Started<Boolean> producer = start(threads, () -> queue.offer(3, 1, TimeUnit.HOURS));
		awaitProducers(queue, 1);
		queue.take();
		assertThat(producer.get()).isTrue();
		assertThat(queue).hasSize(2);
	}

	@Test
	void shouldReturnNothingWhenItIsEmpty() throws Exception {
		NamedQueue<Integer> queue = fifo(2);
		assertThat(queue.poll()).isNull();
		assertThat(queue.poll(0, TimeUnit.SECONDS)).isNull();
		assertThat(queue.poll(5, TimeUnit.MILLISECONDS)).isNull();
		assertThat(queue.poll(-1, TimeUnit.MILLISECONDS)).isNull();
		assertThat(queue.receive(Duration.ZERO)).isNull();
		assertThat(queue.peek()).isNull();
		assertThat(queue.snapshot().gets()).isZero();
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeWhoWaitsForAnItem(Threads threads) throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		Started<Integer> taker = start(threads, queue::take);
		Started<Integer> poller = start(threads, () -> queue.poll(1, TimeUnit.HOURS));
		awaitConsumers(queue, 2);
		queue.put(1);
		queue.put(2);
		assertThat(List.of(taker.get(), poller.get())).containsExactlyInAnyOrder(1, 2);
	}

	@ParameterizedTest
	@EachThreads
	void shouldStayUsableAfterAnInterruptOfEachWait(Threads threads) throws Exception {
		NamedQueue<Integer> queue = fifo(1);
		List<Started<Object>> consumers = List.of(start(threads, queue::take),
				start(threads, () -> queue.poll(1, TimeUnit.HOURS)), start(threads, queue::receive));
		awaitConsumers(queue, 3);
		interrupt(consumers);
		queue.put(1);
		List<Started<Object>> producers = List.of(start(threads, () -> {
			queue.put(2);
			return null;
		}), start(threads, () -> queue.offer(3, 1, TimeUnit.HOURS)), start(threads, () -> {
			queue.join();
			return null;
		}), start(threads, () -> queue.join(Duration.ofHours(1))));
		awaitProducers(queue, 2);
		interrupt(producers);
		NamedQueueSnapshot snapshot = queue.snapshot();
		assertThat(snapshot.blockedConsumers()).isZero();
		assertThat(snapshot.blockedProducers()).isZero();
		assertThat(snapshot.puts()).isEqualTo(1);
		assertThat(queue.take()).isEqualTo(1);
		queue.taskDone();
		queue.join();
	}

	private static void interrupt(List<Started<Object>> threads) {
		for (Started<Object> started : threads) {
			started.thread().interrupt();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(started::get)
				.withCauseInstanceOf(InterruptedException.class);
		}
	}

	@Test
	void shouldNotWaitOfAnInterruptedThread() {
		NamedQueue<Integer> queue = fifo(1);
		queue.add(1);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(queue::take);
		Thread.currentThread().interrupt();
		assertThat(queue.poll()).isEqualTo(1);
		assertThat(queue.offer(2)).isTrue();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void shouldRefuseToBeDoneTooOften() throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		assertThatIllegalStateException().isThrownBy(queue::taskDone).withMessageContaining("'orders'");
		queue.put(1);
		assertThatIllegalStateException().as("not taken").isThrownBy(queue::taskDone);
		queue.take();
		queue.taskDone();
		assertThatIllegalStateException().isThrownBy(queue::taskDone);
		assertThat(queue.snapshot().unfinished()).isZero();
	}

	@ParameterizedTest
	@EachThreads
	void shouldJoinWhenAllThatWerePutAreDone(Threads threads) throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		queue.join();
		queue.put(1);
		queue.put(2);
		Started<Boolean> joiner = start(threads, () -> queue.join(Duration.ofHours(1)));
		assertThat(queue.join(Duration.ZERO)).isFalse();
		assertThat(queue.join(Duration.ofMillis(5))).isFalse();
		queue.take();
		queue.taskDone();
		queue.take();
		assertThat(joiner.result().isDone()).isFalse();
		assertThat(queue.snapshot().unfinished()).isEqualTo(1);
		queue.taskDone();
		assertThat(joiner.get()).isTrue();
		assertThat(queue.join(Duration.ZERO)).isTrue();
	}

	@Test
	void shouldCarryNoContextUnlessToldSo() throws Exception {
		NamedQueue<String> queue = fifo(0);
		queue.put("item");
		Received<String> received = queue.receive();
		assertThat(received.item()).isEqualTo("item");
		List<String> handled = new ArrayList<>();
		received.handle(handled::add);
		assertThat(handled).containsExactly("item");
		assertThat(queue.join(Duration.ZERO)).isTrue();
	}

	@Test
	void shouldBeDoneWithAnItemWhoseHandlerThrows() throws Exception {
		NamedQueue<String> queue = fifo(0);
		queue.put("item");
		Received<String> received = queue.receive(Duration.ofSeconds(1));
		assertThatIllegalStateException().isThrownBy(() -> received.handle((item) -> {
			throw new IllegalStateException("Expected");
		})).withMessage("Expected");
		assertThat(queue.join(Duration.ZERO)).isTrue();
	}

	@Test
	void shouldShowItsState() throws Exception {
		NamedQueue<Integer> queue = fifo(5);
		NamedQueueSnapshot empty = queue.snapshot();
		assertThat(empty.name()).isEqualTo("orders");
		assertThat(empty.type()).isEqualTo(NamedQueueType.FIFO);
		assertThat(empty.capacity()).isEqualTo(5);
		assertThat(empty.oldest()).isNull();
		assertThat(empty.shutDown()).isFalse();
		queue.put(1);
		await().until(() -> queue.snapshot().oldest().compareTo(Duration.ofMillis(20)) > 0);
		queue.put(2);
		queue.put(3);
		assertThat(queue.take()).isEqualTo(1);
		queue.remove(2);
		NamedQueueSnapshot snapshot = queue.snapshot();
		assertThat(snapshot.size()).isEqualTo(1);
		assertThat(snapshot.puts()).isEqualTo(3);
		assertThat(snapshot.gets()).isEqualTo(1);
		assertThat(snapshot.dropped()).isEqualTo(1);
		assertThat(snapshot.unfinished()).isEqualTo(2);
		assertThat(snapshot.waitTime()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(20));
		assertThat(snapshot.oldest()).isLessThan(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@EnumSource(names = { "FIFO", "LIFO", "PRIORITY" })
	void shouldKnowTheOldestWhateverTheOrder(NamedQueueType type) throws Exception {
		NamedQueue<Integer> queue = queue(type, 0);
		queue.put(5);
		await().until(() -> queue.snapshot().oldest().compareTo(Duration.ofMillis(20)) > 0);
		for (int i = 1; i < 10; i++) {
			queue.put(i);
		}
		assertThat(queue.snapshot().oldest()).isGreaterThan(Duration.ofMillis(20));
		queue.remove(5);
		queue.put(11);
		assertThat(queue.snapshot().oldest()).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void shouldMeasureTheWaitOfItemsThatComeFast() throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		for (int i = 0; i < 10_000; i++) {
			queue.put(i);
		}
		queue.snapshot();
		long start = System.nanoTime();
		await().until(() -> System.nanoTime() - start > 20_000_000);
		for (int i = 0; i < 10_000; i++) {
			queue.take();
		}
		assertThat(queue.snapshot().waitTime()).isGreaterThan(Duration.ofMillis(20 * 9_000));
	}

	@ParameterizedTest
	@EachThreads
	void shouldShowWhoWaitsAndSinceWhen(Threads threads) {
		NamedQueue<Integer> queue = fifo(1);
		Thread consumer = start(threads, queue::take).thread();
		awaitConsumers(queue, 1);
		assertThat(queue.blockedConsumers()).singleElement().satisfies((blocked) -> {
			assertThat(blocked.thread()).isEqualTo(consumer.getName());
			assertThat(blocked.threadId()).isEqualTo(consumer.getId());
			assertThat(blocked.virtual()).isEqualTo(threads == Threads.VIRTUAL);
			assertThat(blocked.waitingFor()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
			assertThat(blocked.since()).isBeforeOrEqualTo(Instant.now());
		});
		assertThat(queue.blockedProducers()).isEmpty();
		consumer.interrupt();
		awaitConsumers(queue, 0);
		queue.add(1);
		start(threads, () -> queue.offer(2, 1, TimeUnit.HOURS));
		awaitProducers(queue, 1);
		assertThat(queue.blockedProducers()).hasSize(1);
	}

	@Test
	void shouldTellOfSaturationOnceUntilItIsHalfEmpty() throws Exception {
		AtomicInteger saturated = new AtomicInteger();
		NamedQueue<Integer> queue = NamedQueue.builder("orders").capacity(4).listener(new NamedQueueListener() {

			@Override
			public void onSaturated(NamedQueue<?> queue) {
				assertThat(queue.name()).isEqualTo("orders");
				saturated.incrementAndGet();
				throw new IllegalStateException("Expected");
			}

		}).build();
		for (int i = 0; i < 4; i++) {
			assertThat(queue.offer(i)).isTrue();
		}
		assertThat(saturated).hasValue(0);
		assertThat(queue.offer(4)).isFalse();
		assertThat(queue.offer(4, 1, TimeUnit.MILLISECONDS)).isFalse();
		queue.take();
		queue.put(5);
		assertThat(queue.offer(6)).isFalse();
		assertThat(saturated).hasValue(1);
		queue.take();
		queue.take();
		queue.put(7);
		queue.put(8);
		assertThat(queue.offer(9)).isFalse();
		assertThat(saturated).hasValue(2);
	}

	record Job(int priority, int number) implements Comparable<Job> {

		@Override
		public int compareTo(Job other) {
			return Integer.compare(this.priority, other.priority);
		}

	}

}
