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

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.TaskLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the queue timeout of tasks that are not in the queue.
 */
class QueueTimeoutTests extends AbstractProcessPoolTests {

	private static final TaskLimits LIMITS = new TaskLimits(Duration.ofMillis(300), null, null);

	@Test
	void shouldFailTaskThatWasSentAheadAndWaitedTooLong(@TempDir Path folder) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).eager(true).limits(LIMITS));
		await().until(() -> pool.poolSnapshot().idle() == 1);
		for (int i = 0; i < 2_000; i++) {
			pool.submit(() -> 0).get();
		}
		String file = folder.resolve("runs").toString();
		CompletableFuture<Integer> slow = pool.submit(() -> {
			Thread.sleep(1_500);
			return 1;
		});
		List<CompletableFuture<Integer>> behind = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			behind.add(pool.submit(() -> {
				Files.writeString(Path.of(file), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
				return 2;
			}));
		}
		for (CompletableFuture<Integer> future : behind) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(20, TimeUnit.SECONDS))
				.havingCause()
				.isInstanceOf(TimeoutException.class)
				.withMessageContaining("queue timeout");
		}
		assertThat(slow.get(20, TimeUnit.SECONDS)).isOne();
		assertThat(pool.submit(() -> 3).get(20, TimeUnit.SECONDS)).isEqualTo(3);
		assertThat(Path.of(file)).doesNotExist();
		assertThat(pool.snapshot().tasks().timedOut()).isEqualTo(10);
	}

	@Test
	void shouldRunTaskAgainThatHasRunForLonger(@TempDir Path folder) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).eager(true).retries(1).limits(LIMITS));
		await().until(() -> pool.poolSnapshot().idle() == 1);
		String file = folder.resolve("tries").toString();
		assertThat(pool.submit(() -> {
			if (Files.notExists(Path.of(file))) {
				Files.createFile(Path.of(file));
				Thread.sleep(1_000);
				Runtime.getRuntime().halt(1);
			}
			return 1;
		}).get(20, TimeUnit.SECONDS)).isOne();
	}

}
