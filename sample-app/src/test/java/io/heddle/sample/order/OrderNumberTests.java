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

import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import io.heddle.context.ContextPropagation;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderNumberTests {

	@Test
	void shouldBeThereForTheCodeAndForTheLogUntilTheWorkEnds() {
		try (OrderNumber.Scope scope = OrderNumber.open(7)) {
			assertThat(OrderNumber.current()).isEqualTo(7);
			assertThat(MDC.get("order")).isEqualTo("7");
		}
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(OrderNumber::current)
			.withMessageContaining("order number");
		assertThat(MDC.get("order")).isNull();
	}

	@Test
	void shouldTravelToTasks() throws InterruptedException, ExecutionException {
		NamedExecutor executor = NamedExecutor.builder("test").contextCarrier(ContextPropagation.create()).build();
		try (OrderNumber.Scope scope = OrderNumber.open(8)) {
			assertThat(executor.submit(() -> OrderNumber.current() + " " + MDC.get("order")).get()).isEqualTo("8 8");
		}
		finally {
			executor.shutdown();
		}
	}

}
