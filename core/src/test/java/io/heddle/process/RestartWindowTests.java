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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RestartWindow}.
 */
class RestartWindowTests {

	private static final long SECOND = 1_000_000_000;

	private final RestartWindow window = new RestartWindow(
			new RestartBudget(2, Duration.ofSeconds(10), Duration.ofMillis(200)));

	@Test
	void shouldNotDelayWithinBudget() {
		this.window.died(0);
		this.window.died(SECOND);
		assertThat(this.window.isExceeded(SECOND)).isFalse();
		assertThat(this.window.delay(SECOND)).isZero();
	}

	@Test
	void shouldDoubleDelayUpToPaceOfBudget() {
		this.window.died(0);
		this.window.died(0);
		for (int i = 0; i < 5; i++) {
			this.window.died(1);
			assertThat(this.window.delay(1)).isEqualTo(Duration.ofMillis(200L << i));
		}
		this.window.died(1);
		assertThat(this.window.delay(1)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void shouldForgetDeathsAfterWindow() {
		for (int i = 0; i < 3; i++) {
			this.window.died(i);
		}
		assertThat(this.window.isExceeded(10 * SECOND)).isTrue();
		assertThat(this.window.isExceeded(11 * SECOND)).isFalse();
		assertThat(this.window.delay(11 * SECOND)).isZero();
	}

	@Test
	void shouldCountFailedStartsInRow() {
		assertThat(this.window.startFailed()).isFalse();
		assertThat(this.window.delay(0)).isEqualTo(Duration.ofMillis(200));
		assertThat(this.window.startFailed()).isTrue();
		this.window.started();
		assertThat(this.window.delay(0)).isZero();
		assertThat(this.window.startFailed()).isFalse();
	}

}
