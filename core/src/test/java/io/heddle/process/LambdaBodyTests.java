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

import java.io.FileNotFoundException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LambdaBody}.
 */
@Timeout(60)
class LambdaBodyTests {

	private static final int LIMIT = 1 << 20;

	private final TaskCodec codec = TaskCodec
		.of(ProcessPool.builder("imaging").allow(List.of("io.heddle.process.*")).workerSettings());

	@Test
	void shouldStandForLambdasThatCaptureNothing() throws Exception {
		ProcessTask<Integer> task = () -> 1;
		assertThat(callable(task).call()).isEqualTo(1);
		ProcessRunnable command = () -> System.setProperty("heddle.test.lambda", "run");
		assertThat(callable(command).call()).isNull();
		assertThat(System.clearProperty("heddle.test.lambda")).isEqualTo("run");
		ProcessFunction<Integer, Integer> function = (value) -> value + 1;
		assertThat(function(function).apply(2)).isEqualTo(3);
		assertThat(callable((Callable<String> & Serializable) () -> "plain").call()).isEqualTo("plain");
		assertThat(List.of(received(task), received(command), received(function)))
			.hasOnlyElementsOfType(LambdaBody.class);
	}

	@Test
	void shouldLeaveToTheClassWhatIsNoSuchLambda() throws Exception {
		ProcessFunction<Integer, Integer> reference = Math::abs;
		ProcessFunction<LambdaBodyTests, String> virtual = LambdaBodyTests::name;
		ProcessBiFunction<Integer, Integer, Integer> two = (one, other) -> one + other;
		Doubled doubled = () -> 21;
		assertThat(List.of(received(reference), received(virtual), received(two), received(doubled)))
			.doesNotHaveAnyElementsOfTypes(LambdaBody.class);
		assertThat(function(virtual).apply(this)).isEqualTo("me");
		assertThat(callable(doubled).call()).isEqualTo(42);
	}

	@Test
	void shouldThrowWhatTheLambdaThrows() throws Exception {
		ProcessTask<Integer> checked = () -> {
			throw new FileNotFoundException("no such picture");
		};
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(() -> callable(checked).call())
			.withMessage("no such picture");
		ProcessFunction<Integer, Integer> error = (value) -> {
			throw new StackOverflowError("deep");
		};
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> function(error).apply(1));
		ProcessFunction<Integer, Integer> picky = (value) -> value;
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> function(picky).apply("text"))
				.withMessageContainingAll("java.lang.String", "java.lang.Integer")
				.withNoCause();
		}
		ProcessFunction<Integer, int[]> array = int[]::new;
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> function(array).apply(null));
	}

	@Test
	void shouldRunInWorker() throws Exception {
		ProcessPool pool = ProcessPool.builder("test").size(1).allow(List.of("io.heddle.process.**")).build();
		try {
			ProcessTask<String> task = () -> StackWalker.getInstance()
				.walk((frames) -> frames.anyMatch((frame) -> frame.getClassName().equals(LambdaBody.class.getName())))
						? "body" : "lambda";
			assertThat(pool.submit(task).get(20, TimeUnit.SECONDS)).isEqualTo("body");
			ProcessTask<String> failing = () -> {
				throw new FileNotFoundException("no such picture");
			};
			assertThat(pool.submit(failing)).failsWithin(20, TimeUnit.SECONDS)
				.withThrowableThat()
				.withCauseInstanceOf(FileNotFoundException.class);
		}
		finally {
			pool.killWorkers();
		}
	}

	private String name() {
		return "me";
	}

	private Object received(Object function) throws Exception {
		return this.codec.function(TaskCodecTests.received(this.codec.define(1, function), LIMIT));
	}

	private Callable<?> callable(Object function) throws Exception {
		return (Callable<?>) received(function);
	}

	@SuppressWarnings("unchecked")
	private Function<Object, Object> function(Object function) throws Exception {
		return (Function<Object, Object>) received(function);
	}

	/**
	 * A task of the user's that does more than its lambda.
	 */
	interface Doubled extends ProcessTask<Integer> {

		@Override
		default Integer call() {
			return 2 * half();
		}

		int half();

	}

}
