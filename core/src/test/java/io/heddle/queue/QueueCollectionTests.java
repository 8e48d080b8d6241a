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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for what {@link Collection}, {@link java.util.Queue} and
 * {@link java.util.concurrent.BlockingQueue} say of a queue, the accounting included.
 */
class QueueCollectionTests extends AbstractQueueTests {

	@ParameterizedTest
	@EnumSource(names = { "FIFO", "LIFO", "PRIORITY" })
	void shouldAgreeWithAList(NamedQueueType type) {
		NamedQueue<Integer> queue = queue(type, 0);
		List<Integer> items = new ArrayList<>(IntStream.range(0, 300).map((i) -> (i * 7) % 100).boxed().toList());
		assertThat(queue.addAll(items)).isTrue();
		assertThat(queue).hasSameSizeAs(items).containsExactlyInAnyOrderElementsOf(items);
		assertThat(queue.contains(42)).isTrue();
		assertThat(queue.contains(1000)).isFalse();
		assertThat(queue.contains(null)).isFalse();
		assertThat(queue.containsAll(List.of(1, 2, 3))).isTrue();
		assertThat(queue.toArray()).hasSize(300);
		assertThat(queue.toArray(new Integer[0])).hasSize(300);
		assertThat(queue.toArray(Integer[]::new)).hasSize(300);
		assertThat(queue.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300 / 100 * 4950);
		assertThat(queue.remove((Object) 42)).isTrue();
		assertThat(queue.remove((Object) 1000)).isFalse();
		assertThat(queue.remove((Object) null)).isFalse();
		assertThat(queue).hasSize(299);
		assertThat(queue.removeAll(List.of(1, 2, 3))).isTrue();
		assertThat(queue).hasSize(290).doesNotContain(1, 2, 3);
		assertThat(queue.removeAll(List.of(1, 2, 3))).isFalse();
		assertThat(queue.retainAll(List.of(10, 20))).isTrue();
		assertThat(queue).hasSize(6).containsOnly(10, 20);
		assertThat(queue.removeIf((item) -> item == 10)).isTrue();
		queue.clear();
		assertThat(queue).isEmpty();
		assertThat(queue).hasToString("NamedQueue '" + queue.name() + "' [0 items]");
		NamedQueueSnapshot snapshot = queue.snapshot();
		assertThat(snapshot.puts()).isEqualTo(300);
		assertThat(snapshot.dropped()).isEqualTo(300);
		assertThat(snapshot.gets()).isZero();
		assertThat(snapshot.unfinished()).isZero();
	}

	@Test
	void shouldKeepTheOrderOfWhatRemains() {
		for (NamedQueueType type : List.of(NamedQueueType.FIFO, NamedQueueType.LIFO)) {
			NamedQueue<Integer> queue = queue(type, 0);
			for (int i = 0; i < 40; i++) {
				queue.add(-1);
				queue.poll();
			}
			IntStream.range(0, 100).forEach(queue::add);
			queue.removeIf((item) -> item % 3 == 0);
			List<Integer> expected = new ArrayList<>(
					IntStream.range(0, 100).filter((i) -> i % 3 != 0).boxed().toList());
			if (type == NamedQueueType.LIFO) {
				Collections.reverse(expected);
			}
			assertThat(new ArrayList<>(queue)).isEqualTo(expected);
			List<Integer> drained = new ArrayList<>();
			assertThat(queue.drainTo(drained)).isEqualTo(expected.size());
			assertThat(drained).isEqualTo(expected);
		}
	}

	@Test
	void shouldChangeNothingWhenAFilterThrows() {
		NamedQueue<Integer> queue = fifo(0);
		queue.addAll(List.of(1, 2, 3, 4));
		assertThatIllegalStateException().isThrownBy(() -> queue.removeIf((item) -> {
			if (item == 3) {
				throw new IllegalStateException("Expected");
			}
			return true;
		}));
		assertThat(queue).containsExactly(1, 2, 3, 4);
	}

	@Test
	void shouldCountWhatIsRemovedAsDoneButNotWhatIsTaken() throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		queue.addAll(List.of(1, 2, 3, 4, 5, 6, 7, 8));
		queue.remove((Object) 8);
		Iterator<Integer> iterator = queue.iterator();
		iterator.next();
		iterator.remove();
		assertThat(queue.snapshot().unfinished()).isEqualTo(6);
		queue.take();
		queue.poll();
		queue.remove();
		queue.drainTo(new ArrayList<>(), 1);
		queue.clear();
		assertThat(queue.snapshot().unfinished()).isEqualTo(4);
		assertThat(queue.snapshot().gets()).isEqualTo(4);
		for (int i = 0; i < 4; i++) {
			assertThat(queue.join(Duration.ZERO)).isFalse();
			queue.taskDone();
		}
		assertThat(queue.join(Duration.ZERO)).isTrue();
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeJoinersAndProducersWhenItIsCleared(Threads threads) throws Exception {
		NamedQueue<Integer> queue = fifo(2);
		queue.addAll(List.of(1, 2));
		Started<Object> joiner = start(threads, () -> {
			queue.join();
			return null;
		});
		queue.clear();
		joiner.get();
		queue.addAll(List.of(1, 2));
		List<Started<Boolean>> producers = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			producers.add(start(threads, () -> queue.offer(3, 1, TimeUnit.HOURS)));
		}
		awaitProducers(queue, 2);
		queue.clear();
		for (Started<Boolean> producer : producers) {
			assertThat(producer.get()).isTrue();
		}
		assertThat(queue).containsExactly(3, 3);
	}

	@Test
	void shouldRefuseNull() {
		NamedQueue<Integer> queue = fifo(0);
		assertThatNullPointerException().isThrownBy(() -> queue.add(null));
		assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
		assertThatNullPointerException().isThrownBy(() -> queue.put(null));
		assertThatNullPointerException().isThrownBy(() -> queue.addAll(Arrays.asList(1, null)));
		assertThatNullPointerException().isThrownBy(() -> queue.addAll(null));
		assertThatNullPointerException().isThrownBy(() -> queue.drainTo(null));
		assertThatNullPointerException().isThrownBy(() -> queue.removeIf(null));
		assertThatNullPointerException().isThrownBy(() -> queue.removeAll(null));
		assertThatNullPointerException().isThrownBy(() -> queue.retainAll(null));
	}

	@Test
	void shouldFailAsAnyQueueWhenItIsEmpty() {
		NamedQueue<Integer> queue = fifo(0);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::remove);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::element);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> queue.iterator().next());
	}

	@Test
	void shouldDrainAsManyAsWanted() {
		NamedQueue<Integer> queue = fifo(5);
		queue.addAll(List.of(1, 2, 3, 4, 5));
		List<Integer> target = new ArrayList<>();
		assertThat(queue.drainTo(target, 0)).isZero();
		assertThat(queue.drainTo(target, -1)).isZero();
		assertThat(queue.drainTo(target, 2)).isEqualTo(2);
		assertThat(target).containsExactly(1, 2);
		assertThat(queue.drainTo(target)).isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(() -> queue.drainTo(queue)).withMessageContaining("'target'");
		assertThatIllegalArgumentException().isThrownBy(() -> queue.addAll(queue));
		queue.add(6);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> queue.drainTo(List.of()));
		assertThat(queue).as("what could not be handed on").containsExactly(6);
	}

	@Test
	void shouldIterateOverWhatWasThereAtFirst() throws Exception {
		NamedQueue<Integer> queue = fifo(0);
		queue.addAll(List.of(1, 2, 3));
		Iterator<Integer> iterator = queue.iterator();
		queue.take();
		queue.add(4);
		List<Integer> seen = new ArrayList<>();
		iterator.forEachRemaining(seen::add);
		assertThat(seen).containsExactly(1, 2, 3);
		assertThatIllegalStateException().isThrownBy(() -> queue.iterator().remove());
	}

	@Test
	void shouldRemoveByIteratorJustTheItemThatItGave() {
		NamedQueue<Integer> queue = fifo(0);
		queue.addAll(List.of(1, 2, 1, 3));
		Iterator<Integer> iterator = queue.iterator();
		iterator.next();
		iterator.next();
		iterator.next();
		iterator.remove();
		assertThatIllegalStateException().isThrownBy(iterator::remove);
		assertThat(queue).containsExactly(1, 2, 3);
		Iterator<Integer> other = queue.iterator();
		other.next();
		queue.poll();
		queue.add(1);
		other.remove();
		assertThat(queue).as("the first 1 was taken meanwhile").containsExactly(2, 3, 1);
	}

	@Test
	void shouldHaveStreamsThatNoChangeDisturbs() {
		NamedQueue<Integer> queue = fifo(0);
		queue.addAll(List.of(1, 2, 3));
		assertThat(queue.spliterator().hasCharacteristics(Spliterator.CONCURRENT)).isTrue();
		Collection<Integer> seen = ConcurrentHashMap.newKeySet();
		queue.stream().peek((item) -> queue.add(item + 10)).forEach(seen::add);
		assertThat(seen).containsExactlyInAnyOrder(1, 2, 3);
		assertThat(queue).hasSize(6);
	}

}
