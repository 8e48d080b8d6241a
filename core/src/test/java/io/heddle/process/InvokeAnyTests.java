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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ProcessPool#invokeAny}.
 */
class InvokeAnyTests extends AbstractProcessPoolTests {

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldReturnFirstResultAndCancelTheOthers(StartMethod startMethod) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(3).startMethod(startMethod));
		List<ProcessTask<Integer>> tasks = List.of(() -> slow(60_000), () -> {
			throw new IOException("not this one");
		}, () -> 5);
		assertThat(pool.invokeAny(tasks)).isEqualTo(5);
		await().atMost(Duration.ofSeconds(20)).until(() -> pool.snapshot().active() == 0);
		assertThat(pool.invokeAny(tasks, 20, TimeUnit.SECONDS)).isEqualTo(5);
		assertThat(pool.snapshot().tasks().cancelled()).isBetween(2L, 4L);
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldThrowWhereThereIsNoResult(StartMethod startMethod) {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(startMethod));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.invokeAny(List.of(failing())))
			.withCauseInstanceOf(IOException.class);
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(
				() -> pool.invokeAny(List.<ProcessTask<Integer>>of(() -> slow(60_000)), 50, TimeUnit.MILLISECONDS));
		await().atMost(Duration.ofSeconds(20)).until(() -> pool.snapshot().active() == 0);
		assertThatIllegalArgumentException().isThrownBy(() -> pool.invokeAny(List.<ProcessTask<Integer>>of()));
		assertThatNullPointerException().isThrownBy(() -> pool.invokeAny(null));
	}

	private static ProcessTask<Integer> failing() {
		return () -> {
			throw new IOException("failed");
		};
	}

	private static int slow(int millis) throws InterruptedException {
		Thread.sleep(millis);
		return millis;
	}

}
