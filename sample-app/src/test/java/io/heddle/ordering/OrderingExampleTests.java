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

package io.heddle.ordering;

import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Proves the example of the page on context variables.
 */
class OrderingExampleTests {

	private static void assertPrints(Counter counter) throws Exception {
		assertThat(counter.order(42).get(60, TimeUnit.SECONDS)).isEqualTo("receipt of order 42");
		assertThat(counter.order(43).get(60, TimeUnit.SECONDS)).isEqualTo("receipt of order 43");
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(Counter.ORDER::get);
	}

	@Nested
	@SpringBootTest(classes = OrderingApplication.class, webEnvironment = WebEnvironment.NONE,
			properties = { "spring.config.name=none", "heddle.executors.printing.core-size=2" })
	class OnAnExecutor {

		@Test
		void shouldPrintTheNumber(@Autowired Counter counter) throws Exception {
			assertPrints(counter);
		}

	}

	@Nested
	@SpringBootTest(classes = OrderingApplication.class, webEnvironment = WebEnvironment.NONE,
			properties = { "spring.config.name=none", "heddle.process-pools.printing.size=1" })
	class OnAProcessPool {

		@Test
		void shouldPrintTheNumber(@Autowired Counter counter) throws Exception {
			assertPrints(counter);
		}

	}

}
