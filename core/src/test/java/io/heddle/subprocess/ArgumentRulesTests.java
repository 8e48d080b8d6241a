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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ArgumentRules}.
 */
class ArgumentRulesTests {

	private static final String FILE = "[\\w./-]+\\.mp4";

	@Test
	void shouldAllowWhatPatternMatchesAsAWhole() {
		assertThatNoException().isThrownBy(() -> rules("-i", FILE).check(List.of("-i", "a/b-c.mp4")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.mp4;id", "a.mp4 b.mp4", "$(id).mp4", "a.mp4\n", "xa.mp4x", "", "a.MP4", "|a.mp4" })
	void shouldRefuseWhatNoPatternMatchesAsAWhole(String argument) {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("-i", FILE).check(List.of("-i", argument)))
			.withMessageContaining("Subprocess 'test' refuses argument 2")
			.withMessageContaining("none of the patterns of 'allow-arguments' matches it as a whole")
			.satisfies((ex) -> assertThat(ex.index()).isEqualTo(1));
	}

	@Test
	void shouldRefuseAllWithoutPatterns() {
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> rules().check(List.of("a")))
			.withMessageContaining("allows no arguments beside its own. Add a pattern to 'allow-arguments'");
		assertThatNoException().isThrownBy(() -> rules().check(List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-o.mp4", "-filter.mp4", "--output/x.mp4" })
	void shouldRefuseOptionThatPatternForSomethingElseMatches(String argument) {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("-i", FILE, "[\\w./-]+", "([\\w-]|[./])+").check(List.of(argument)))
			.withMessageContaining(
					"it is an option, and no pattern of 'allow-arguments' that matches it begins with '-'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-o.*", "(-o.*)", "(?:-o|-x).*", "(?i)-O.*", "^-o.*", "-?o.*|x", "\\-o.*", "\\Q-o.mp4\\E",
			"(x|-o.*)", "(?<key>[)|]|-o).*", "((x|\\Q-o\\E)|y).*", "(?i:x|(?:-O|-x).*)" })
	void shouldAllowOptionThatPatternNames(String pattern) {
		assertThatNoException().isThrownBy(() -> rules(pattern).check(List.of("-o.mp4")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[-\\w.]+", "([a-z]*)(\\w|-)+[.]mp4", "(?:[a-z]+|-)?[\\w.]+", "(?:[a-z]+|-?)[\\w.]+",
			"(?!x|-x)[\\w.-]+", "(?=-).[\\w.]+", "(x[o|-]*|[-]o).*", "(\\(|[|-])?o.*", "(x)?([-]|-)o.*", ".o.mp4" })
	void shouldRefuseOptionThatPatternDoesNotName(String pattern) {
		assertThat("-o.mp4").matches(pattern);
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules(pattern).check(List.of("-o.mp4")))
			.withMessageContaining("it is an option");
	}

	@Test
	void shouldTakeSingleDashForNoOption() {
		assertThatNoException().isThrownBy(() -> rules("[\\w-]+").check(List.of("-")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../a.mp4", "a/../../b.mp4", "..", "a/..", "x=../a.mp4", "a:../b.mp4", "..\\a.mp4",
			"@../a.mp4" })
	void shouldRefuseStepUpThatPatternDoesNotName(String argument) {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("[@\\w./=:\\\\]+", "...*").check(List.of(argument)))
			.withMessageContaining("it has a '..' in its path");
	}

	@Test
	void shouldRefuseStepUpInValueOfShortOption() {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("-C[\\w./]+").check(List.of("-C../etc")))
			.withMessageContaining("it has a '..' in its path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a..b", "...", "a...mp4", "x/..y" })
	void shouldTakeOtherDotsForNoStepUp(String argument) {
		assertThatNoException().isThrownBy(() -> rules("[\\w./]+").check(List.of(argument)));
	}

	@Test
	void shouldAllowStepUpThatPatternNames() {
		assertThatNoException().isThrownBy(() -> rules("(\\.\\./)*\\w+").check(List.of("../../a")));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".*", ".+", "(?s).*", "(?s).+", "[\\s\\S]*", "[\\s\\S]+" })
	void shouldAllowEverythingByPatternThatPlainlyDoes(String pattern) {
		assertThatNoException().isThrownBy(() -> rules(pattern).check(List.of("-c", "../x", "--", "a b;c")));
	}

	@Test
	void shouldRefuseNulWhateverThePatternsAre() {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("(?s).*").check(List.of("a\0b")))
			.withMessageContaining("'a\\u0000b': it has a NUL in it");
	}

	@Test
	void shouldRefuseWhatTheLocaleHasNoBytesFor() {
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> rules(".*").check(List.of("ä")))
			.withMessageContaining(
					"'ä': it has characters that US-ASCII, the encoding of this JVM's locale, does not have");
	}

	@Test
	void shouldRefuseWhatIsTooLongForPattern() {
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules("(a|b)*").check(List.of("ab".repeat(100_000))))
			.withMessageContaining("' [cut]: none of the patterns");
	}

	@Test
	void shouldShowNoSecretAndNoLineBreaksOfWhatIsRefused() {
		ArgumentRules rules = rules(List.of("--password=.*", "--token .*"), "-i");
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules.check(List.of("--password=hunter2")))
			.withMessageContaining("refuses argument 1, '******'")
			.withMessageNotContaining("hunter2");
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> rules.check(List.of("-i", "a\nERROR faked\u001b[31m")))
			.withMessageContaining("'a\\u000aERROR faked\\u001b[31m'");
	}

	private static ArgumentRules rules(String... patterns) {
		return rules(List.of(), patterns);
	}

	private static ArgumentRules rules(List<String> secrets, String... patterns) {
		return new ArgumentRules("test", List.of(patterns).stream().map(Pattern::compile).toList(),
				new Redaction(secrets.stream().map(Pattern::compile).toList()),
				new SystemEncoding(StandardCharsets.US_ASCII));
	}

}
