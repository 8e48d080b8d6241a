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

import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueType;

import static org.assertj.core.api.Assertions.assertThat;

class PrintOrderTests {

	@Test
	void shouldComeInTheOrderInWhichTheyWereGivenButExpressFirst() throws InterruptedException {
		NamedQueue<PrintOrder> orders = NamedQueue.builder("orders").type(NamedQueueType.PRIORITY).build();
		for (int number = 1; number <= 6; number++) {
			orders.put(order(number, number % 3 == 0));
		}
		for (long expected : new long[] { 3, 6, 1, 2, 4, 5 }) {
			assertThat(orders.take().number()).isEqualTo(expected);
		}
	}

	private PrintOrder order(long number, boolean express) {
		return new PrintOrder(number, 1, 1, "a.jpg", Path.of("a.jpg"), Path.of("order.jpg"), express);
	}

}
