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

package io.heddle.context;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ContextVar}.
 */
class ContextVarTests {

	@Test
	void shouldFailWithoutValueOrDefault() {
		ContextVar<String> order = ContextVar.of("order");
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(order::get)
			.withMessageContaining("'order'")
			.withMessageContaining("no default");
	}

	@Test
	void shouldReturnTheDefaultUntilThereIsAValue() {
		ContextVar<String> user = ContextVar.of("user", "nobody");
		assertThat(user.get()).isEqualTo("nobody");
		try (Token<String> token = user.set("ann")) {
			assertThat(user.get()).isEqualTo("ann");
			assertThat(token).hasToString("Token of ContextVar 'user'");
		}
		assertThat(user.get()).isEqualTo("nobody");
	}

	@Test
	void shouldTakeNullAsValueAndAsDefault() {
		ContextVar<@Nullable String> user = ContextVar.of("user", null);
		ContextVar<@Nullable String> order = ContextVar.of("order");
		assertThat(user.get()).isNull();
		try (Token<@Nullable String> token = order.set(null)) {
			assertThat(order.get()).isNull();
			assertThat(token).isNotNull();
		}
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(order::get);
	}

	@Test
	void shouldRefuseABlankName() {
		for (String name : List.of("", " ")) {
			assertThatIllegalArgumentException().isThrownBy(() -> ContextVar.of(name)).withMessageContaining("'name'");
			assertThatIllegalArgumentException().isThrownBy(() -> ContextVar.of(name, 1))
				.withMessageContaining("'" + name + "'");
		}
	}

	@Test
	void shouldTellItsName() {
		assertThat(ContextVar.of("order").name()).isEqualTo("order");
		assertThat(ContextVar.of("order", 1)).hasToString("ContextVar 'order'");
	}

	@Test
	void shouldKeepVariablesOfTheSameNameApart() {
		ContextVar<Integer> one = ContextVar.of("same", 0);
		ContextVar<Integer> two = ContextVar.of("same", 0);
		Context.empty().run(() -> {
			one.set(1);
			assertThat(two.get()).isZero();
			two.set(2);
			assertThat(one.get()).isEqualTo(1);
			assertThat(two.get()).isEqualTo(2);
		});
	}

	@Test
	void shouldHoldManyVariables() {
		Random random = new Random(42);
		List<ContextVar<Integer>> variables = variables(2_000);
		Map<ContextVar<Integer>, Integer> expected = new HashMap<>();
		Map<ContextVar<Integer>, Token<Integer>> tokens = new HashMap<>();
		Context.empty().run(() -> {
			for (int i = 0; i < 20_000; i++) {
				ContextVar<Integer> variable = variables.get(random.nextInt(variables.size()));
				Token<Integer> token = tokens.remove(variable);
				if (token != null) {
					variable.reset(token);
					expected.remove(variable);
				}
				else {
					tokens.put(variable, variable.set(i));
					expected.put(variable, i);
				}
			}
			assertThat(variables)
				.allSatisfy((variable) -> assertThat(variable.get()).isEqualTo(expected.getOrDefault(variable, -1)));
			tokens.forEach(ContextVar::reset);
			assertThat(variables).allSatisfy((variable) -> assertThat(variable.get()).isEqualTo(-1));
		});
	}

	@Test
	void shouldKeepVariablesOfTheSameHashApart() {
		ContextVar<Integer> third = ContextVar.of("third", -1);
		List<ContextVar<Integer>> same = sameHash();
		ContextVar<Integer> first = same.get(0);
		ContextVar<Integer> second = same.get(1);
		Context.empty().run(() -> {
			Token<Integer> tokenOfFirst = first.set(1);
			assertThat(second.get()).isEqualTo(-1);
			Token<Integer> tokenOfSecond = second.set(2);
			third.set(3);
			assertThat(List.of(first.get(), second.get(), third.get())).containsExactly(1, 2, 3);
			Token<Integer> again = first.set(11);
			assertThat(List.of(first.get(), second.get(), third.get())).containsExactly(11, 2, 3);
			first.reset(again);
			first.reset(tokenOfFirst);
			assertThat(List.of(first.get(), second.get(), third.get())).containsExactly(-1, 2, 3);
			second.reset(tokenOfSecond);
			assertThat(List.of(first.get(), second.get(), third.get())).containsExactly(-1, -1, 3);
		});
	}

	/**
	 * Make so many variables that two of them have the same hash.
	 */
	private static List<ContextVar<Integer>> sameHash() {
		Map<Integer, ContextVar<Integer>> byHash = new HashMap<>();
		while (true) {
			ContextVar<Integer> next = ContextVar.of("next", -1);
			ContextVar<Integer> present = byHash.putIfAbsent(next.hash(), next);
			if (present != null) {
				return List.of(present, next);
			}
		}
	}

	private static List<ContextVar<Integer>> variables(int count) {
		return IntStream.range(0, count).mapToObj((i) -> ContextVar.of("variable", -1)).toList();
	}

}
