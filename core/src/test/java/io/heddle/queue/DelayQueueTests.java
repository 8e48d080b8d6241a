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
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for queues of type {@link NamedQueueType#DELAY}.
 */
class DelayQueueTests extends AbstractQueueTests {

	private final NamedQueue<Reminder> queue = queue(NamedQueueType.DELAY, 3);

	@Test
	void shouldGiveNothingBeforeItsTime() throws Exception {
		this.queue.put(Reminder.in(Duration.ofHours(1), "later"));
		assertThat(this.queue.poll()).isNull();
		assertThat(this.queue.poll(5, TimeUnit.MILLISECONDS)).isNull();
		assertThat(this.queue.drainTo(new ArrayList<>())).isZero();
		assertThat(this.queue.peek()).extracting(Reminder::text).isEqualTo("later");
		assertThat(this.queue).hasSize(1);
		this.queue.put(Reminder.in(Duration.ZERO, "now"));
		assertThat(this.queue.poll()).extracting(Reminder::text).isEqualTo("now");
	}

	@Test
	void shouldGiveTheEarliestFirst() throws Exception {
		this.queue.put(Reminder.in(Duration.ofMillis(60), "third"));
		this.queue.put(Reminder.in(Duration.ofMillis(20), "first"));
		this.queue.put(Reminder.in(Duration.ofMillis(40), "second"));
		assertThat(this.queue.offer(Reminder.in(Duration.ZERO, "fourth"))).isFalse();
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			texts.add(this.queue.take().text());
		}
		assertThat(texts).containsExactly("first", "second", "third");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeForAnEarlierItem(Threads threads) throws Exception {
		this.queue.put(Reminder.in(Duration.ofHours(1), "later"));
		Started<Reminder> consumer = start(threads, this.queue::take);
		awaitConsumers(this.queue, 1);
		this.queue.put(Reminder.in(Duration.ofMillis(10), "soon"));
		assertThat(consumer.get().text()).isEqualTo("soon");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeAnotherIfTheOneThatWasWokenLeaves(Threads threads) throws Exception {
		for (int round = 0; round < 200; round++) {
			NamedQueue<Reminder> queue = queue(NamedQueueType.DELAY, 0);
			queue.put(Reminder.in(Duration.ofHours(1), "later"));
			Started<Reminder> leaver = start(threads, () -> queue.poll(500, TimeUnit.MICROSECONDS));
			Started<Reminder> interrupted = start(threads, queue::take);
			Started<Reminder> consumer = start(threads, queue::take);
			await().pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(1))
				.until(() -> queue.snapshot().blockedConsumers() >= 2 || leaver.result().isDone());
			queue.put(Reminder.in(Duration.ofMillis(1), "soon"));
			interrupted.thread().interrupt();
			List<String> got = new ArrayList<>();
			got.add(textOf(leaver));
			got.add(textOf(interrupted));
			if (!got.contains("soon")) {
				got.add(consumer.get().text());
			}
			assertThat(got).containsOnlyOnce("soon");
			queue.shutdown(true);
		}
	}

	private static String textOf(Started<Reminder> started) throws Exception {
		try {
			Reminder reminder = started.get();
			return (reminder != null) ? reminder.text() : "none";
		}
		catch (ExecutionException ex) {
			return "none";
		}
	}

	@ParameterizedTest
	@EachThreads
	void shouldDrainWhatIsDelayedAfterAShutdown(Threads threads) throws Exception {
		this.queue.put(Reminder.in(Duration.ofMillis(20), "soon"));
		this.queue.shutdown();
		List<Started<Reminder>> consumers = startConsumers(threads, this.queue, 3);
		assertThat(consumers.stream().map(DelayQueueTests::outcomeOf)).containsExactlyInAnyOrder("soon", "shut down",
				"shut down");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeAllWhoWaitForWhatIsDelayedWhenItIsShutDown(Threads threads) throws Exception {
		NamedQueue<Parcel> queue = queue(NamedQueueType.DELAY, 0);
		List<Parcel> parcels = List.of(new Parcel(), new Parcel());
		queue.addAll(parcels);
		List<Started<Parcel>> consumers = startConsumers(threads, queue, 4);
		awaitConsumers(queue, 4);
		parcels.forEach(Parcel::arrive);
		queue.shutdown();
		List<String> outcomes = consumers.stream().map(DelayQueueTests::outcomeOf).toList();
		assertThat(outcomes).containsExactlyInAnyOrder("parcel", "parcel", "shut down", "shut down");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeAllWhoWaitForWhatIsDelayedWhenItIsDropped(Threads threads) throws Exception {
		this.queue.put(Reminder.in(Duration.ofHours(1), "later"));
		List<Started<Reminder>> consumers = startConsumers(threads, this.queue, 4);
		awaitConsumers(this.queue, 4);
		this.queue.shutdown(true);
		assertShutDown(consumers);
	}

	@ParameterizedTest
	@EachThreads
	void shouldFailWhoWaitsWhenTheLastDelayedItemIsDroppedAfterAShutdown(Threads threads) throws Exception {
		List<Consumer<NamedQueue<Reminder>>> drops = List.of(NamedQueue::clear,
				(queue) -> queue.removeIf((reminder) -> true), (queue) -> queue.remove((Object) queue.peek()),
				DelayQueueTests::removeByIterator, (queue) -> queue.shutdown(true));
		for (Consumer<NamedQueue<Reminder>> drop : drops) {
			NamedQueue<Reminder> queue = queue(NamedQueueType.DELAY, 0);
			queue.put(Reminder.in(Duration.ofHours(1), "later"));
			queue.shutdown();
			List<Started<Reminder>> consumers = startConsumers(threads, queue, 3);
			awaitConsumers(queue, 3);
			drop.accept(queue);
			assertShutDown(consumers);
		}
	}

	private static void removeByIterator(NamedQueue<Reminder> queue) {
		Iterator<Reminder> iterator = queue.iterator();
		iterator.next();
		iterator.remove();
	}

	@ParameterizedTest
	@EachThreads
	void shouldFailWhoWaitsWhenTheLastDelayedItemIsTakenAfterAShutdown(Threads threads) throws Exception {
		NamedQueue<Parcel> queue = queue(NamedQueueType.DELAY, 0);
		Parcel parcel = new Parcel();
		queue.put(parcel);
		queue.shutdown();
		List<Started<Parcel>> consumers = startConsumers(threads, queue, 3);
		awaitConsumers(queue, 3);
		parcel.arrive();
		assertThat(queue.poll()).isSameAs(parcel);
		assertShutDown(consumers);
	}

	private <E> List<Started<E>> startConsumers(Threads threads, NamedQueue<E> queue, int count) {
		List<Started<E>> consumers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			consumers.add((i % 2 == 0) ? start(threads, queue::take) : start(threads, () -> queue.receive().item()));
		}
		return consumers;
	}

	private static String outcomeOf(Started<? extends Delayed> started) {
		try {
			return started.get().toString();
		}
		catch (Exception ex) {
			assertThat(ex).hasCauseInstanceOf(ShutDownException.class);
			return "shut down";
		}
	}

	record Reminder(long at, String text) implements Delayed {

		@Override
		public String toString() {
			return this.text;
		}

		static Reminder in(Duration delay, String text) {
			return new Reminder(System.nanoTime() + delay.toNanos(), text);
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.at, ((Reminder) other).at);
		}

	}

	/**
	 * May be an hour away until it is there.
	 */
	private static final class Parcel implements Delayed {

		private volatile boolean arrived;

		void arrive() {
			this.arrived = true;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return this.arrived ? 0 : unit.convert(Duration.ofHours(1));
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

		@Override
		public String toString() {
			return "parcel";
		}

	}

}
