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

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ProcessPoolBuilder}: it refuses what the properties refuse.
 */
class ProcessPoolBuilderTests {

	private final ProcessPoolBuilder builder = ProcessPool.builder("test");

	@ParameterizedTest
	@ValueSource(longs = { 0, -1 })
	void shouldRefuseAgeAndMemoryThatEveryWorkerHas(long number) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.maxWorkerAge(Duration.ofSeconds(number)))
			.withMessageStartingWith("'maxWorkerAge' must be longer than 0 but is PT");
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.maxWorkerMemory(number))
			.withMessage("'maxWorkerMemory' must be at least 1 but is " + number);
	}

	@Test
	void shouldRefuseNegativeGrace() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.killGrace(Duration.ofSeconds(-1)))
			.withMessage("'killGrace' must not be negative but is PT-1S");
		assertThat(this.builder.killGrace(Duration.ZERO).killGrace).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lots", "", "-1m", "256 m", "1.5g", "256mb" })
	void shouldRefuseHeapThatIsNoSize(String size) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.maxHeap(size))
			.withMessage("'maxHeap' must be a size such as '256m' or '1g' but is '" + size + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1m", "2047k", "4096" })
	void shouldRefuseHeapThatNoJvmStartsWith(String size) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.maxHeap(size))
			.withMessage("'maxHeap' must be at least '2m' but is '" + size + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2m", "2048K", "1G", "1t", "268435456" })
	void shouldTakeHeapAsTheJvmDoes(String size) {
		assertThat(this.builder.maxHeap(size).maxHeap).isEqualTo(size);
	}

}
