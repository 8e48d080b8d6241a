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

package io.heddle.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CallbackLane}.
 */
class CallbackLaneTests {

	private final Keeper keeper = new Keeper("test");

	private final CallbackLane lane = this.keeper.callbacks();

	@AfterEach
	void close() {
		this.keeper.close();
	}

	@Test
	void shouldRunQuickCallbacksInOrder() {
		List<Integer> order = new CopyOnWriteArrayList<>();
		List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
		numbers.forEach((number) -> this.lane.execute(() -> order.add(number)));
		await().untilAsserted(() -> assertThat(order).hasSize(100));
		assertThat(new ArrayList<>(order)).containsExactlyInAnyOrderElementsOf(numbers);
	}

	@Test
	void shouldOvertakeCallbacksThatBlock() {
		CountDownLatch latch = new CountDownLatch(1);
		List<Integer> order = new CopyOnWriteArrayList<>();
		for (int i = 0; i < 3; i++) {
			int number = i;
			this.lane.execute(() -> {
				try {
					latch.await();
					order.add(number);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}
		this.lane.execute(() -> order.add(3));
		await().until(() -> order.equals(List.of(3)));
		latch.countDown();
		await().until(() -> order.size() == 4);
	}

	@Test
	void shouldGoOnAfterCallbackThatThrows() {
		List<Integer> order = new CopyOnWriteArrayList<>();
		this.lane.execute(() -> {
			throw new IllegalStateException("callback");
		});
		this.lane.execute(() -> order.add(1));
		await().until(() -> order.equals(List.of(1)));
	}

}
