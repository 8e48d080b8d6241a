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

package io.heddle.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

import io.heddle.context.Context;
import io.heddle.context.ContextPropagation;
import io.heddle.context.ContextVar;
import io.heddle.context.Token;
import io.heddle.future.Futures;
import io.heddle.future.MapOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for executors that carry {@link ContextVar context variables}.
 */
@Timeout(60)
class TaskVariablesTests extends AbstractExecutorTests {

	private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

	private static final ContextVar<Integer> ORDER = ContextVar.of("order", 0);

	private final List<Token<?>> tokens = new ArrayList<>();

	@AfterEach
	void reset() {
		Collections.reverse(this.tokens);
		this.tokens.forEach(Token::close);
		assertThat(values()).isEqualTo("nobody 0");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldShowTaskTheValuesThatItsSubmitterHadAtSubmit(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		List<Future<String>> futures = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			set("ann", i);
			futures.add(executor.submit(TaskVariablesTests::values));
		}
		set("bob", 42);
		latch.countDown();
		for (int i = 0; i < 10; i++) {
			assertThat(futures.get(i).get()).isEqualTo("ann " + i);
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldForgetWhatTaskSets(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, (builder) -> builder.coreSize(1).maxSize(1));
		for (String user : List.of("nobody", "ann")) {
			if (!user.equals("nobody")) {
				set(user, 0);
			}
			// all of them with the same context, which a thread keeps from task to task
			List<Future<String>> futures = new ArrayList<>();
			for (int i = 0; i < 1_000; i++) {
				int order = i;
				futures.add(executor.submit(() -> {
					String seen = values();
					ORDER.set(order);
					USER.set("changed");
					if (order % 3 == 0) {
						throw new IllegalStateException(seen);
					}
					return seen;
				}));
			}
			for (int i = 0; i < futures.size(); i++) {
				assertThat(seen(futures.get(i))).isEqualTo(user + " 0");
			}
			assertThat(values()).isEqualTo(user + " 0");
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldNotMixContextsOfManySubmitters(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, (builder) -> builder.coreSize(2).maxSize(4));
		List<String> wrong = new CopyOnWriteArrayList<>();
		List<Thread> submitters = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			String user = "user" + i;
			Thread submitter = new Thread(() -> Context.empty().run(() -> {
				USER.set(user);
				for (int order = 0; order < 1_000; order++) {
					ORDER.set(order);
					String expected = user + " " + order;
					executor.execute(() -> {
						if (!values().equals(expected)) {
							wrong.add(values() + " instead of " + expected);
						}
						USER.set("changed");
					});
				}
			}));
			submitters.add(submitter);
			submitter.start();
		}
		for (Thread submitter : submitters) {
			submitter.join();
		}
		executor.shutdown();
		assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(wrong).isEmpty();
		assertThat(executor.snapshot().tasks().completed()).isEqualTo(4_000);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCarryOnFromTaskToTask(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, (builder) -> builder.coreSize(4).maxSize(8));
		set("ann", 1);
		assertThat(executor.submit(() -> {
			ORDER.set(2);
			Future<String> inner = executor.submit(() -> values());
			ORDER.set(3);
			return inner.get() + ", " + values();
		}).get()).isEqualTo("ann 2, ann 3");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldGiveSubmitterThatRunsTheTaskItsContextBack(ThreadKind threads) {
		NamedExecutor executor = buildPropagating(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).rejection(RejectionPolicy.CALLER_RUNS));
		occupy(executor);
		executor.execute(() -> {
		});
		set("ann", 1);
		List<String> seen = new ArrayList<>();
		executor.execute(() -> {
			seen.add(values());
			USER.set("changed");
			seen.add(values());
		});
		assertThat(seen).containsExactly("ann 1", "changed 1");
		assertThat(values()).isEqualTo("ann 1");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCarryContextToMap(ThreadKind threads) {
		NamedExecutor executor = buildPropagating(threads, UnaryOperator.identity());
		set("ann", 1);
		Function<Integer, String> function = (item) -> {
			String seen = item + " " + values();
			ORDER.set(item);
			return seen;
		};
		List<Integer> items = IntStream.range(0, 100).boxed().toList();
		List<String> expected = items.stream().map((item) -> item + " ann 1").toList();
		try (Stream<String> results = Futures.map(executor, function, items, MapOptions.of())) {
			set("bob", 2);
			assertThat(results).as("submitted by the call").containsExactlyElementsOf(expected);
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCarryContextOfWhoTakesTheResultsOfMapWithBuffer(ThreadKind threads) {
		NamedExecutor executor = buildPropagating(threads, UnaryOperator.identity());
		set("ann", 1);
		Function<Integer, String> function = (item) -> values();
		try (Stream<String> results = Futures.map(executor, function, List.of(1, 2), MapOptions.of().bufferSize(1))) {
			set("bob", 2);
			assertThat(results).containsExactly("ann 1", "bob 2");
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldShowCallbackWhatTheTaskHasLeft(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		set("ann", 1);
		CompletableFuture<String> future = executor.submit(() -> {
			ORDER.set(2);
			return values();
		});
		CompletableFuture<String> onThreadOfTask = future.thenApply((result) -> {
			USER.set("changed");
			return result + ", " + values();
		});
		CompletableFuture<String> asTaskOfItsOwn = future.thenApplyAsync((result) -> result + ", " + values(),
				executor);
		latch.countDown();
		assertThat(onThreadOfTask.get()).isEqualTo("ann 2, changed 2");
		assertThat(asTaskOfItsOwn.get()).startsWith("ann 2, ").endsWith(" 2");
		assertThat(executor.submit(TaskVariablesTests::values).get()).as("nothing stays").isEqualTo("ann 1");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldShowLateCallbackTheContextOfWhoAddsIt(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, UnaryOperator.identity());
		set("ann", 1);
		CompletableFuture<Integer> future = executor.submit(() -> 0);
		future.get();
		set("bob", 2);
		assertThat(future.thenApply((result) -> values()).get()).isEqualTo("bob 2");
		assertThat(CompletableFuture.supplyAsync(TaskVariablesTests::values, executor).get()).isEqualTo("bob 2");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldHideFromCallbackOfTaskThatTimedOutWhatOthersHaveSet(ThreadKind threads) throws Exception {
		NamedExecutor executor = buildPropagating(threads, UnaryOperator.identity());
		CountDownLatch latch = latch();
		for (int i = 0; i < 5; i++) {
			CompletableFuture<String> seen = executor.submit(() -> {
				awaitUninterrupted(latch);
				return "";
			}, TaskOptions.of().timeout(Duration.ofMillis(20))).handle((result, failure) -> {
				String values = values();
				USER.set("callback");
				return values;
			});
			assertThat(seen.get()).isEqualTo("nobody 0");
		}
	}

	private NamedExecutor buildPropagating(ThreadKind threads, UnaryOperator<NamedExecutorBuilder> customizer) {
		return build(threads, (builder) -> customizer.apply(builder.contextCarrier(ContextPropagation.create())));
	}

	private void set(String user, int order) {
		this.tokens.add(USER.set(user));
		this.tokens.add(ORDER.set(order));
	}

	private static String values() {
		return USER.get() + " " + ORDER.get();
	}

	private static String seen(Future<String> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			return ex.getCause().getMessage();
		}
	}

}
