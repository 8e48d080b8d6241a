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

package io.heddle.subprocess;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Redaction}.
 */
class RedactionTests {

	@Test
	void shouldHideWhatPatternFinds() {
		assertThat(
				redaction("--password=.*", "\\d{4}-\\d{4}").redact(List.of("x", "--password=a b", "card 1234-5678!")))
			.containsExactly("x", "******", "card ******!");
	}

	@Test
	void shouldHideArgumentAfterTheOneThatNamesIt() {
		assertThat(redaction("-p .*").redact(List.of("mysql", "-p", "hunter2", "db"))).containsExactly("mysql", "-p",
				"******", "db");
	}

	@Test
	void shouldNotHideWhatFollowsSecretInOneArgument() {
		assertThat(redaction("--password=.*").redact(List.of("--password=a", "b"))).containsExactly("******", "b");
	}

	@Test
	void shouldHideSecretOfSeveralLines() {
		assertThat(redaction("--key=.*", "-k .*").redact(List.of("x", "--key=a\nb", "-k", "c\nd"))).containsExactly("x",
				"******", "-k", "******");
		assertThat(redaction("key=.*").redact("key=a\nfailed")).isEqualTo("******\nfailed");
	}

	@Test
	void shouldHideAllThatIsTooLongForPattern() {
		String tooLong = "ab".repeat(100_000);
		assertThat(redaction("(a|b)*c").redact(List.of("x", tooLong, "y"))).containsExactly("x", "******", "******");
		assertThat(redaction("(a|b)*c").redact(tooLong)).isEqualTo("******");
	}

	@Test
	void shouldTakeDollarsForNothingSpecial() {
		assertThat(redaction("a").redact("$1a\\")).isEqualTo("$1******\\");
	}

	private static Redaction redaction(String... patterns) {
		return new Redaction(List.of(patterns).stream().map(Pattern::compile).toList());
	}

}
