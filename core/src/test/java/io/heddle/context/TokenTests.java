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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Token}.
 */
class TokenTests {

	private final ContextVar<Integer> first = ContextVar.of("first", 0);

	private final ContextVar<Integer> second = ContextVar.of("second", 0);

	@Test
	void shouldResetToTheValueBefore() {
		Context.empty().run(() -> {
			Token<Integer> one = this.first.set(1);
			Token<Integer> two = this.first.set(2);
			this.first.reset(two);
			assertThat(this.first.get()).isEqualTo(1);
			this.first.reset(one);
			assertThat(this.first.get()).isZero();
		});
	}

	@Test
	void shouldResetAtTheEndOfTry() {
		Context.empty().run(() -> {
			try (Token<Integer> outer = this.first.set(1); Token<Integer> other = this.second.set(2)) {
				try (Token<Integer> inner = this.first.set(3)) {
					assertValues(3, 2);
					assertThat(inner).isNotSameAs(outer);
				}
				assertValues(1, 2);
				assertThat(other).isNotNull();
			}
			assertValues(0, 0);
		});
	}

	@Test
	void shouldResetAtTheEndOfTryThatThrows() {
		Context.empty().run(() -> {
			assertThatIllegalStateException().isThrownBy(() -> {
				try (Token<Integer> token = this.first.set(1)) {
					throw new IllegalStateException("Expected " + token);
				}
			}).withMessageStartingWith("Expected").withNoCause();
			assertValues(0, 0);
		});
	}

	@Test
	void shouldLeaveOtherVariablesAsTheyAre() {
		Context.empty().run(() -> {
			Token<Integer> one = this.first.set(1);
			Token<Integer> two = this.second.set(2);
			this.first.reset(one);
			assertValues(0, 2);
			this.first.set(3);
			this.second.reset(two);
			assertValues(3, 0);
		});
	}

	@Test
	void shouldResetInAnyOrder() {
		Context.empty().run(() -> {
			Token<Integer> one = this.first.set(1);
			Token<Integer> two = this.first.set(2);
			Token<Integer> three = this.first.set(3);
			this.first.reset(one);
			assertThat(this.first.get()).isZero();
			this.first.reset(three);
			assertThat(this.first.get()).isEqualTo(2);
			this.first.reset(two);
			assertThat(this.first.get()).isEqualTo(1);
		});
	}

	@Test
	void shouldRefuseToBeUsedTwice() {
		Context.empty().run(() -> {
			Token<Integer> token = this.first.set(1);
			this.first.reset(token);
			this.first.set(2);
			List<Runnable> uses = List.of(() -> this.first.reset(token), token::close);
			assertThat(uses).allSatisfy((use) -> assertThatIllegalStateException().isThrownBy(use::run)
				.withMessageContaining("'first'")
				.withMessageContaining("used before"));
			assertThat(this.first.get()).isEqualTo(2);
			assertThat(token).hasToString("Token of ContextVar 'first' (used)");
		});
	}

	@Test
	void shouldRefuseToBeUsedAfterTryHasReset() {
		Context.empty().run(() -> {
			List<Token<Integer>> used = new ArrayList<>();
			try (Token<Integer> token = this.first.set(1)) {
				used.add(token);
			}
			assertThatIllegalStateException().isThrownBy(() -> this.first.reset(used.get(0)));
		});
	}

	@Test
	void shouldRefuseToResetAnotherVariable() {
		Context.empty().run(() -> {
			Token<Integer> token = this.first.set(1);
			assertThatIllegalArgumentException().isThrownBy(() -> this.second.reset(token))
				.withMessageContaining("'first'")
				.withMessageContaining("'second'");
			assertValues(1, 0);
			this.first.reset(token);
			assertValues(0, 0);
		});
	}

	@Test
	void shouldRefuseToResetInAnotherContext() {
		Context.empty().run(() -> {
			Token<Integer> token = this.first.set(1);
			for (Context other : List.of(Context.copy(), Context.empty())) {
				other.run(() -> assertThatIllegalArgumentException().isThrownBy(() -> this.first.reset(token))
					.withMessageContaining("another context"));
			}
			this.first.reset(token);
			assertValues(0, 0);
		});
	}

	@Test
	void shouldRefuseToResetOutsideOfTheContext() {
		List<Token<Integer>> tokens = new ArrayList<>();
		Context context = Context.empty();
		context.run(() -> tokens.add(this.first.set(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> tokens.get(0).close())
			.withMessageContaining("another context");
		context.run(() -> {
			assertValues(1, 0);
			tokens.get(0).close();
			assertValues(0, 0);
		});
	}

	@EachRacers
	void shouldResetInAThreadOfAnyKind(Racers racers) throws Exception {
		List<Integer> seen = new ArrayList<>();
		racers.start("other", () -> {
			Token<Integer> one = this.first.set(1);
			try (Token<Integer> two = this.first.set(2)) {
				// a virtual thread goes on in whatever thread carries it
				Thread.yield();
				seen.add(this.first.get());
				assertThat(two).isNotSameAs(one);
			}
			seen.add(this.first.get());
			this.first.reset(one);
			seen.add(this.first.get());
			assertThatIllegalStateException().isThrownBy(one::close);
			seen.add(-1);
		}).join();
		assertThat(seen).containsExactly(2, 1, 0, -1);
		assertValues(0, 0);
	}

	@EachRacers
	void shouldRefuseToResetInAnotherThread(Racers racers) throws Exception {
		Token<Integer> token = this.first.set(1);
		List<Exception> thrown = new ArrayList<>();
		racers.start("other", () -> {
			try {
				token.close();
			}
			catch (IllegalArgumentException ex) {
				thrown.add(ex);
			}
		}).join();
		assertThat(thrown).hasSize(1);
		token.close();
		assertValues(0, 0);
	}

	@Test
	void shouldLeaveNoTraceOfWhatWasReset() {
		Context.empty().run(() -> {
			this.second.set(2);
			VariableValues before = CurrentContext.get().values();
			try (Token<Integer> one = this.first.set(1); Token<Integer> two = this.second.set(3)) {
				assertThat(one).isNotSameAs(two);
			}
			assertThat(CurrentContext.get().values()).isSameAs(before);
		});
	}

	private void assertValues(int first, int second) {
		assertThat(this.first.get()).isEqualTo(first);
		assertThat(this.second.get()).isEqualTo(second);
	}

}
