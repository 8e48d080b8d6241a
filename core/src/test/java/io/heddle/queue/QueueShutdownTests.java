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
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the shutdown of queues.
 */
class QueueShutdownTests extends AbstractQueueTests {

	@Test
	void shouldTakeNoMoreItemsButGiveThoseThatAreHere() throws Exception {
		NamedQueue<Integer> queue = fifo(5);
		queue.addAll(List.of(1, 2, 3));
		assertThat(queue.isShutdown()).isFalse();
		queue.shutdown();
		assertThat(queue.isShutdown()).isTrue();
		assertRefused(queue);
		assertThat(queue.take()).isEqualTo(1);
		assertThat(queue.poll(1, TimeUnit.HOURS)).isEqualTo(2);
		assertThat(queue.receive().item()).isEqualTo(3);
		assertDrained(queue);
		assertThat(queue.join(Duration.ZERO)).isFalse();
		queue.taskDone();
		queue.taskDone();
		queue.taskDone();
		assertThat(queue.join(Duration.ZERO)).isTrue();
	}

	@Test
	void shouldDropItemsButWaitForThoseThatWereTaken() throws Exception {
		NamedQueue<Integer> queue = fifo(5);
		queue.addAll(List.of(1, 2, 3));
		queue.take();
		queue.shutdown(true);
		assertThat(queue).isEmpty();
		assertRefused(queue);
		assertDrained(queue);
		NamedQueueSnapshot snapshot = queue.snapshot();
		assertThat(snapshot.shutDown()).isTrue();
		assertThat(snapshot.dropped()).isEqualTo(2);
		assertThat(snapshot.unfinished()).isEqualTo(1);
		assertThat(queue.join(Duration.ZERO)).isFalse();
		queue.taskDone();
		queue.join();
	}

	private static void assertRefused(NamedQueue<Integer> queue) {
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.put(9))
			.withMessage("Queue 'orders' is shut down and takes no more items");
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.add(9));
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.offer(9));
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.offer(9, 1, TimeUnit.HOURS));
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.addAll(List.of(9)));
	}

	private static void assertDrained(NamedQueue<Integer> queue) {
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(queue::take)
			.withMessage("Queue 'orders' is shut down and has no more items");
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.poll(1, TimeUnit.HOURS));
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(queue::receive);
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> queue.receive(Duration.ofHours(1)));
		assertThat(queue.poll()).isNull();
		assertThat(queue.peek()).isNull();
		assertThat(queue.drainTo(new ArrayList<>())).isZero();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::remove);
	}

	@Test
	void shouldDoNothingTheSecondTime() throws Exception {
		List<Integer> told = new ArrayList<>();
		NamedQueue<Integer> queue = NamedQueue.builder("orders").listener(new NamedQueueListener() {

			@Override
			public void onShutDown(NamedQueue<?> queue, int dropped) {
				told.add(dropped);
			}

		}).build();
		queue.addAll(List.of(1, 2));
		queue.shutdown();
		queue.shutdown();
		queue.shutdown(false);
		assertThat(queue).hasSize(2);
		queue.shutdown(true);
		queue.shutdown(true);
		queue.shutdown();
		assertThat(queue).isEmpty();
		assertThat(queue.isShutdown()).isTrue();
		queue.join();
		assertThat(told).as("of the shutdown, and of the drop that followed").containsExactly(0, 2);
		NamedQueue<Integer> other = NamedQueue.builder("other").listener(new NamedQueueListener() {

			@Override
			public void onShutDown(NamedQueue<?> queue, int dropped) {
				told.add(dropped);
				throw new IllegalStateException("Expected");
			}

		}).build();
		other.addAll(List.of(1, 2));
		other.shutdown(true);
		assertThat(told).containsExactly(0, 2, 2);
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeAllWhoWait(Threads threads) throws Exception {
		for (boolean immediate : new boolean[] { false, true }) {
			NamedQueue<Integer> empty = fifo(1);
			List<Started<?>> consumers = List.of(start(threads, empty::take), start(threads, empty::receive),
					start(threads, () -> empty.poll(1, TimeUnit.HOURS)), start(threads, empty::take));
			awaitConsumers(empty, 4);
			empty.shutdown(immediate);
			assertShutDown(consumers);
			NamedQueue<Integer> full = fifo(1);
			full.put(1);
			List<Started<?>> producers = List.of(start(threads, () -> full.offer(2, 1, TimeUnit.HOURS)),
					start(threads, () -> {
						full.put(3);
						return null;
					}), start(threads, () -> {
						full.put(4);
						return null;
					}));
			awaitProducers(full, 3);
			Started<Boolean> joiner = start(threads, () -> full.join(Duration.ofHours(1)));
			full.shutdown(immediate);
			assertShutDown(producers);
			if (!immediate) {
				full.take();
				full.taskDone();
			}
			assertThat(joiner.get()).isTrue();
			assertThat(full.snapshot().puts()).isEqualTo(1);
			assertThat(full.snapshot().blockedProducers()).isZero();
		}
	}

}
