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

package io.heddle.sample.order;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderBookTests {

	private final OrderBook book = new OrderBook();

	@Test
	void shouldShowTheLastOrderFirst() {
		this.book.add(order(1));
		this.book.add(order(2));
		this.book.printing(order(1));
		assertThat(this.book.latest()).extracting((progress) -> progress.order().number()).containsExactly(2L, 1L);
		assertThat(this.book.latest()).extracting(OrderProgress::state)
			.containsExactly(OrderState.WAITING, OrderState.PRINTING);
	}

	@Test
	void shouldTellWhyAnOrderFailed() {
		this.book.add(order(1));
		this.book.failed(order(1), "The paper is jammed");
		OrderProgress progress = this.book.find(1);
		assertThat(progress).isEqualTo(new OrderProgress(order(1), OrderState.FAILED, "The paper is jammed"));
		assertThat(progress.state().isEnd()).isTrue();
	}

	@Test
	void shouldForgetAllButTheLastHundred() {
		for (int number = 1; number <= 101; number++) {
			this.book.add(order(number));
		}
		this.book.done(order(1));
		assertThat(this.book.latest()).hasSize(100);
		assertThat(this.book.find(1)).isNull();
		assertThat(this.book.find(2)).isNotNull();
	}

	private PrintOrder order(long number) {
		return new PrintOrder(number, 1, 1, "a.jpg", Path.of("a.jpg"), Path.of("order-" + number + ".jpg"), false);
	}

}
