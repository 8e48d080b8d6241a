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

package io.heddle.queueing;

import java.time.LocalDate;
import java.util.Comparator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import io.heddle.context.ContextPropagation;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves what the page on queues does without Spring.
 */
class PlainQueueTests {

	@AfterEach
	void clearContext() {
		MDC.clear();
	}

	@Test
	void shouldCompareOrdersByTheirNumbersAndCarryTheContext() throws Exception {
		// tag::builder[]
		NamedQueue<Order> orders = NamedQueue.builder("orders")
			.type(NamedQueueType.PRIORITY)
			.comparator(Comparator.comparing(Order::number))
			.capacity(1000)
			.contextCarrier(ContextPropagation.create())
			.build();
		// end::builder[]
		LocalDate today = LocalDate.of(2026, 11, 22);
		MDC.put("customer", "Ada");
		orders.put(new Order(2, today));
		orders.put(new Order(1, today.plusDays(1)));
		MDC.clear();
		orders.receive().handle((order) -> {
			assertThat(order.number()).isEqualTo(1);
			assertThat(MDC.get("customer")).isEqualTo("Ada");
		});
		assertThat(MDC.get("customer")).isNull();
		assertThat(orders.remainingCapacity()).isEqualTo(999);
	}

}
