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

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.heddle.context.Context;
import io.heddle.context.ContextPropagation;
import io.heddle.context.ContextVar;
import io.heddle.context.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for the way of {@link ContextVar context variables} to the task in a worker.
 */
class VariableTravelTests extends AbstractProcessPoolTests {

	private static final ContextVar<@Nullable Object> USER = ContextVar.of("user", "nobody");

	private static final ContextVar<@Nullable Object> ORDER = ContextVar.of("order");

	/** Has the name of another one. **/
	private static final ContextVar<@Nullable Object> SAME_NAME = ContextVar.of("order", "none");

	private static final ContextVar<Object> PER_JVM = ContextVar.of("pid", ProcessHandle.current().pid());

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldShowTaskTheValuesOfItsSubmitter(StartMethod startMethod) {
		ProcessPool pool = buildPropagating(startMethod);
		within(() -> {
			USER.set("ann");
			ORDER.set(new Order(42, List.of("print", "frame")));
			assertThat(pool.submit(() -> USER.get() + " " + ORDER.get() + " " + SAME_NAME.get()).get())
				.isEqualTo("ann Order[number=42, items=[print, frame]] none");
			USER.set(null);
			SAME_NAME.set(1L);
			assertThat(
					pool.submit(() -> USER.get() + " " + ((Order) ORDER.get()).number() + " " + SAME_NAME.get()).get())
				.isEqualTo("null 42 1");
		});
		assertThat(get(pool)).isEqualTo("nobody");
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldForgetWhatTaskSets(StartMethod startMethod) {
		ProcessPool pool = buildPropagating(startMethod);
		for (String user : List.of("nobody", "ann")) {
			within(() -> {
				if (!user.equals("nobody")) {
					USER.set(user);
				}
				for (int i = 0; i < 5; i++) {
					assertThat(pool.submit(() -> {
						Object seen = USER.get();
						USER.set("changed");
						return seen;
					}).get()).isEqualTo(user);
					assertThat(pool.submit(() -> {
						try (Token<@Nullable Object> token = USER.set("changed")) {
							return String.valueOf(token);
						}
					}).get()).contains("'user'");
				}
				assertThat(USER.get()).isEqualTo(user);
			});
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldShowEachItemOfAMapTheValuesOfItsSubmitter(StartMethod startMethod) {
		ProcessPool pool = buildPropagating(startMethod);
		within(() -> {
			USER.set("ann");
			try (Stream<String> results = pool.map((item) -> USER.get() + " " + item, List.of(1, 2, 3))) {
				USER.set("bob");
				assertThat(results).containsExactly("ann 1", "ann 2", "ann 3");
			}
		});
	}

	@Test
	void shouldLeaveOutAloneWhatCannotTravel() {
		ProcessPool pool = buildPropagating(StartMethod.SPAWN);
		within(() -> {
			USER.set("ann");
			for (Object value : List.of(new Object(), List.of(new Object()), new Unwritable())) {
				SAME_NAME.set(value);
				assertThat(pool.submit(() -> USER.get() + " " + SAME_NAME.get()).get()).isEqualTo("ann none");
			}
		});
	}

	@Test
	void shouldLeaveOutAloneWhatIsNotAllowed() {
		ProcessPool pool = build((builder) -> builder.size(1)
			.allow(List.of(VariableTravelTests.class.getName()))
			.contextCarrier(ContextPropagation.create()));
		within(() -> {
			USER.set("ann");
			SAME_NAME.set(new TaskCodecTests.Point(1, 2));
			assertThat(pool.submit(() -> USER.get() + " " + SAME_NAME.get()).get()).isEqualTo("ann none");
		});
	}

	@Test
	void shouldBringWhatCannotTravelToTheThreadsOfTheDummy() {
		ProcessPool pool = buildPropagating(StartMethod.THREAD);
		within(() -> {
			Object value = new Object();
			SAME_NAME.set(value);
			assertThat(pool.submit(() -> SAME_NAME.get() == value).get()).isTrue();
		});
	}

	@Test
	void shouldNotBringDefaultValues() {
		ProcessPool pool = buildPropagating(StartMethod.SPAWN);
		within(() -> assertThat(pool.submit(() -> PER_JVM.get().equals(ProcessHandle.current().pid())).get()).isTrue());
	}

	@Test
	void shouldBringValuesToPoolWithinAPool() {
		ProcessPool pool = buildPropagating(StartMethod.SPAWN);
		within(() -> {
			USER.set("ann");
			SAME_NAME.set(1);
			assertThat(pool.submit(VariableTravelTests::askInnerPool).get()).isEqualTo("ann 2");
		});
	}

	private static String askInnerPool() throws Exception {
		ProcessPool inner = ProcessPool.builder("inner")
			.size(1)
			.allow(List.of("io.heddle.process.**"))
			.maxHeap("64m")
			.contextCarrier(ContextPropagation.create())
			.build();
		try {
			SAME_NAME.set(2);
			return inner.submit(() -> USER.get() + " " + SAME_NAME.get()).get();
		}
		finally {
			inner.killWorkers();
		}
	}

	@Test
	void shouldHideFromCallbackWhatCallbacksHaveSet() throws Exception {
		ProcessPool pool = buildPropagating(StartMethod.SPAWN);
		for (int i = 0; i < 5; i++) {
			pool.pause();
			CompletableFuture<Object> seen = pool.submit(() -> 1).thenApply((result) -> {
				Object user = USER.get();
				USER.set("callback");
				return user;
			});
			pool.resume();
			assertThat(seen.get()).isEqualTo("nobody");
		}
	}

	@Test
	void shouldAllowNothingMoreThanBefore() {
		AllowList allow = new AllowList("test", List.of());
		Map<Class<?>, Boolean> allowed = Map.of(ContextVar.class, allow.allows(ContextVar.class), Context.class,
				allow.allows(Context.class), Token.class, allow.allows(Token.class));
		assertThat(allowed).doesNotContainValue(true);
		ProcessPool pool = buildPropagating(StartMethod.SPAWN);
		assertThatThrownBy(() -> pool.submit(() -> USER).get()).hasMessageContaining("ContextVar");
	}

	private ProcessPool buildPropagating(StartMethod startMethod) {
		return build((builder) -> builder.size(1).startMethod(startMethod).contextCarrier(ContextPropagation.create()));
	}

	private static Object get(ProcessPool pool) {
		return pool.submit(() -> USER.get()).join();
	}

	private static void within(Steps steps) {
		try {
			Context.empty().call(() -> {
				steps.run();
				return null;
			});
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	record Order(long number, List<String> items) implements Serializable {

	}

	/**
	 * Says that it can be serialized, but cannot.
	 */
	static final class Unwritable implements Serializable {

		private void writeObject(ObjectOutputStream stream) throws IOException {
			throw new IOException("Expected");
		}

	}

	private interface Steps {

		void run() throws Exception;

	}

}
