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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for workers that have begun to end, and whose shutdown hooks hang.
 */
class HangingEndTests extends AbstractProcessPoolTests {

	@Test
	void shouldFailTaskOfWorkerThatGetsSignalAndDoesNotEnd() throws Exception {
		ProcessPool pool = build();
		long pid = hangAtEnd(pool);
		CompletableFuture<Integer> future = pool.submit(() -> sleep(60_000));
		await().until(() -> pool.running().size() == 1);
		terminate(pid);
		assertCrash(future, pid);
		assertThat(pool.submit(() -> pid()).get(20, TimeUnit.SECONDS)).isNotEqualTo(pid);
	}

	@Test
	void shouldTakeResultThatComesAfterSignalFromWorkerThatDoesNotEnd() throws Exception {
		ProcessPool pool = build();
		long pid = hangAtEnd(pool);
		CompletableFuture<Integer> future = pool.submit(() -> {
			terminate(pid());
			return sleep(100);
		});
		assertThat(future.get(20, TimeUnit.SECONDS)).isEqualTo(100);
		await().until(() -> !RunningProcess.isRunning(pid));
	}

	@Test
	void shouldEndIdleWorkerThatGetsSignalAndDoesNotEnd() throws Exception {
		ProcessPool pool = build();
		long pid = hangAtEnd(pool);
		terminate(pid);
		await().until(() -> !RunningProcess.isRunning(pid));
		assertThat(pool.submit(() -> pid()).get(20, TimeUnit.SECONDS)).isNotEqualTo(pid);
	}

	@Test
	void shouldFailTaskThatExitsWorkerThatDoesNotEnd() throws Exception {
		ProcessPool pool = build();
		long pid = hangAtEnd(pool);
		for (int i = 0; i < 300; i++) {
			pool.submit(() -> 0).get();
		}
		CompletableFuture<Integer> future = pool.submit(() -> {
			System.exit(3);
			return 0;
		});
		List<CompletableFuture<Integer>> behind = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			int number = i;
			behind.add(pool.submit(() -> number));
		}
		assertCrash(future, pid);
		for (int i = 0; i < 5; i++) {
			assertThat(behind.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(i);
		}
	}

	private static long hangAtEnd(ProcessPool pool) throws Exception {
		return pool.submit(() -> {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> sleep(600_000)));
			return pid();
		}).get();
	}

	private static int sleep(int millis) {
		try {
			Thread.sleep(millis);
			return millis;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void terminate(long pid) throws Exception {
		new ProcessBuilder("kill", "-TERM", String.valueOf(pid)).start().waitFor();
	}

	private static void assertCrash(CompletableFuture<?> future, long pid) {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(20, TimeUnit.SECONDS))
			.havingCause()
			.isInstanceOfSatisfying(WorkerCrashedException.class, (crash) -> {
				assertThat(crash.pid()).isEqualTo(pid);
				assertThat(crash.exitCode()).hasValue(-9);
				assertThat(crash).hasMessageContaining("kill-grace");
			});
	}

}
