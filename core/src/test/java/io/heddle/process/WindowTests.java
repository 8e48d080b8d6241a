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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Window}.
 */
class WindowTests {

	private final Window window = new Window();

	@Test
	void shouldSendNothingAheadOfWhatIsUnknownOrLong() {
		assertThat(this.window.size()).isOne();
		this.window.ran(1_000_000);
		assertThat(this.window.size()).isOne();
	}

	@Test
	void shouldSendShortTasksAheadWithinBounds() {
		this.window.ran(50_000);
		assertThat(this.window.size()).isEqualTo(5);
		for (int i = 0; i < 100; i++) {
			this.window.ran(100);
		}
		assertThat(this.window.size()).isEqualTo(33);
	}

	@Test
	void shouldCloseAtOnceAfterLongTaskAndOpenSoonAfter() {
		this.window.ran(10_000);
		this.window.ran(1_000_000_000);
		assertThat(this.window.size()).isOne();
		for (int i = 0; i < 40; i++) {
			this.window.ran(10_000);
		}
		assertThat(this.window.size()).isGreaterThan(5);
	}

}
