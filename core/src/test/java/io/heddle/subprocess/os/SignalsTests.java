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

package io.heddle.subprocess.os;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Signals} and {@link ExitCodes}.
 */
class SignalsTests {

	@Test
	void shouldKnowNamesAndNumbers() {
		assertThat(Signals.name(9)).isEqualTo("SIGKILL");
		assertThat(Signals.name(15)).isEqualTo("SIGTERM");
		assertThat(Signals.name(31)).isEqualTo("SIGSYS");
		assertThat(Signals.name(34)).isEqualTo("signal 34");
		assertThat(Signals.number("SIGKILL")).isEqualTo(9);
		assertThat(Signals.number("usr1")).isEqualTo(10);
		assertThatIllegalArgumentException().isThrownBy(() -> Signals.number("SIGFOO"))
			.withMessageContaining("There is no signal 'SIGFOO'");
	}

	@Test
	void shouldTellSignalsFromExitCodes() {
		assertThat(ExitCodes.of(0)).isZero();
		assertThat(ExitCodes.of(128)).isEqualTo(128);
		assertThat(ExitCodes.of(137)).isEqualTo(-9);
		assertThat(ExitCodes.of(192)).isEqualTo(-64);
		assertThat(ExitCodes.of(193)).isEqualTo(193);
		assertThat(ExitCodes.of(255)).isEqualTo(255);
	}

}
