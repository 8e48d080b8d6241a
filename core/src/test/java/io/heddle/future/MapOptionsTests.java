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

package io.heddle.future;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MapOptions}.
 */
class MapOptionsTests {

	@Test
	void shouldHaveNoLimitsByDefault() {
		assertThat(MapOptions.of()).isEqualTo(new MapOptions(1, 0, null));
	}

	@Test
	void shouldCombine() {
		MapOptions options = MapOptions.of().chunkSize(2).bufferSize(8).timeout(Duration.ofSeconds(1));
		assertThat(options).isEqualTo(new MapOptions(2, 8, Duration.ofSeconds(1)));
		assertThat(options.timeout(null)).isEqualTo(new MapOptions(2, 8, null));
	}

	@Test
	void shouldRejectChunkSizeBelowOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> MapOptions.of().chunkSize(0))
			.withMessage("'chunkSize' must be at least 1 but is 0");
	}

	@Test
	void shouldRejectBufferSizeBelowOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> MapOptions.of().bufferSize(0))
			.withMessage("'bufferSize' must be at least 1 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new MapOptions(1, -1, null));
	}

	@Test
	void shouldRejectNegativeTimeout() {
		assertThatIllegalArgumentException().isThrownBy(() -> MapOptions.of().timeout(Duration.ofMillis(-1)))
			.withMessage("'timeout' must not be negative but is PT-0.001S");
	}

}
