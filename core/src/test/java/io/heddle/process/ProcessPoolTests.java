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

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.QueuedTask;
import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the tasks of a {@link ProcessPool}.
 */
class ProcessPoolTests extends AbstractProcessPoolTests {

	@Test
	void shouldRunTaskInAnotherProcess() throws Exception {
		ProcessPool pool = build();
		assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid()).isEqualTo(pool.workers().get(0).pid());
	}

	@Test
	void shouldRefuseToStartWorkersFromNativeImage() throws Exception {
		System.setProperty("org.graalvm.nativeimage.imagecode", "runtime");
		try {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(this::build)
				.withMessageContaining("native image")
				.withMessageContaining("THREAD");
			assertThat(build((builder) -> builder.startMethod(StartMethod.THREAD)).submit(() -> 1).get()).isOne();
		}
		finally {
			System.clearProperty("org.graalvm.nativeimage.imagecode");
		}
	}

	@Test
	void shouldStartWorkersAfterSomebodyHasRemovedTheFolder() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).maxTasksPerWorker(1));
		String errorFile = pool
			.submit(() -> ManagementFactory.getRuntimeMXBean()
				.getInputArguments()
				.stream()
				.filter((option) -> option.startsWith("-XX:ErrorFile="))
				.findFirst()
				.orElseThrow())
			.get();
		Path folder = Path.of(errorFile.substring(errorFile.indexOf('=') + 1)).getParent();
		assertThat(folder).isDirectory();
		RuntimeFolder.delete(folder);
		assertThat(folder).doesNotExist();
		assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid());
		assertThat(folder).doesNotExist();
	}

	@Test
	void shouldUseOneProcessForSerialJobs() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(4));
		Set<Long> pids = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			pids.add(pool.submit(() -> pid()).get());
		}
		assertThat(pids).hasSize(1);
		assertThat(pool.workers()).hasSize(1);
	}

	@Test
	void shouldStartWorkersAsNeeded() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(3));
		assertThat(pool.workers()).isEmpty();
		List<Future<Long>> futures = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			futures.add(pool.submit(() -> {
				Thread.sleep(1000);
				return pid();
			}));
		}
		Set<Long> pids = new HashSet<>();
		for (Future<Long> future : futures) {
			pids.add(future.get());
		}
		assertThat(pids).hasSize(3);
	}

	@Test
	void shouldEndManyFuturesOfOneSubmitter() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).queueCapacity(20_000));
		List<CompletableFuture<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			int number = i;
			futures.add(pool.submit(() -> number + 1));
		}
		for (int i = 0; i < 10_000; i++) {
			assertThat(futures.get(i).get()).isEqualTo(i + 1);
		}
		assertThat(pool.snapshot().tasks().completed()).isEqualTo(10_000);
		assertThat(pool.snapshot().active()).isZero();
	}

	@Test
	void shouldTellCallbacksWithoutAnybodyWaiting() {
		ProcessPool pool = build();
		CompletableFuture<Integer> length = pool.submit(() -> "four").thenApply(String::length);
		await().until(length::isDone);
		assertThat(length).isCompletedWithValue(4);
	}

	@Test
	void shouldLetCallbackWaitForAnotherTask() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<Integer> sum = pool.submit(() -> 1).thenApply((one) -> one + pool.submit(() -> 2).join());
		assertThat(sum.get(20, TimeUnit.SECONDS)).isEqualTo(3);
	}

	@Test
	void shouldLetSeveralThreadsWait() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		List<Thread> threads = new ArrayList<>();
		List<Integer> results = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			Thread thread = new Thread(() -> {
				for (int j = 0; j < 500; j++) {
					int number = j;
					int result = pool.submit(() -> number).join();
					synchronized (results) {
						results.add(result);
					}
				}
			});
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(results).hasSize(2000);
	}

	@Test
	void shouldFailTaskThatCannotBeSerializedAlone() throws Exception {
		ProcessPool pool = build((builder) -> builder.queueCapacity(1));
		Object unserializable = new Object();
		for (int i = 0; i < 1000; i++) {
			Future<Object> future = pool.submit(() -> unserializable);
			assertThat(future).isDone();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get)
				.havingCause()
				.withMessageContaining("java.lang.Object");
		}
		assertThat(pool.submit(() -> 1).get()).isOne();
		assertThat(pool.snapshot().tasks().failed()).isEqualTo(1000);
		assertThat(pool.queued()).isEmpty();
	}

	@Test
	void shouldRejectExecutedCommandThatCannotBeSerialized() {
		ProcessPool pool = build();
		Object unserializable = new Object();
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> pool.execute(() -> unserializable.hashCode()));
	}

	@Test
	void shouldKeepWorkerAfterResultThatCannotBeSerialized() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> new Object()).get());
		assertThat(pool.submit(() -> pid()).get()).isEqualTo(pid);
	}

	@Test
	void shouldPassExceptionWithItsTypeAndRemoteStack() {
		ProcessPool pool = build();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> fail("broken")).get())
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessage("broken")
			.havingCause()
			.isInstanceOf(RemoteException.class)
			.withMessageContaining("broken");
	}

	@Test
	void shouldPassExceptionWhoseClassOnlyTheWorkerHasAsText(@TempDir Path folder) throws Exception {
		Path source = folder.resolve("OnlyThere.java");
		Files.writeString(source, """
				package there;
				public class OnlyThere extends RuntimeException {
					public OnlyThere() {
						super("not known here");
					}
				}
				""");
		assertThat(
				ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString()))
			.isZero();
		ProcessPool pool = build((builder) -> builder.size(1).allow(List.of("io.heddle.process.**", "there.**")));
		String location = folder.toUri().toString();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> {
			try (URLClassLoader there = new URLClassLoader(new URL[] { new URL(location) })) {
				throw (RuntimeException) there.loadClass("there.OnlyThere").getConstructor().newInstance();
			}
		}).get()).havingCause().isInstanceOfSatisfying(RemoteException.class, (remote) -> {
			assertThat(remote.className()).isEqualTo("there.OnlyThere");
			assertThat(remote).hasMessage("there.OnlyThere: not known here");
			assertThat(remote.remoteStackTrace()).contains("ProcessPoolTests");
		});
	}

	private static Object fail(String message) {
		throw new IllegalStateException(message);
	}

	@Test
	void shouldTakeOptionsForTasksWithoutAResult() throws Exception {
		ProcessPool pool = build();
		pool.pause();
		CompletableFuture<?> lambda = pool.submit(() -> {
		}, TaskOptions.of().label("a lambda"));
		CompletableFuture<?> runnable = pool.submit((Runnable & Serializable) () -> pid(),
				TaskOptions.of().label("a runnable"));
		assertThat(pool.queued()).extracting(QueuedTask::task).containsExactly("a lambda", "a runnable");
		pool.resume();
		assertThat(lambda.get()).isNull();
		assertThat(runnable.get()).isNull();
	}

	@Test
	void shouldGiveFixedResultOfRunnable() throws Exception {
		ProcessPool pool = build();
		Object result = new Object();
		assertThat(pool.submit((Runnable & Serializable) () -> pid(), result).get()).isSameAs(result);
	}

	@Test
	void shouldRejectWhenQueueIsFull() {
		ProcessPool pool = build((builder) -> builder.size(1).queueCapacity(1));
		pool.submit(() -> sleep(60_000));
		await().until(() -> pool.running().size() == 1);
		pool.submit(() -> sleep(60_000));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.submit(() -> sleep(1)));
	}

	@Test
	void shouldHoldTasksBackWhilePaused() throws Exception {
		ProcessPool pool = build();
		pool.submit(() -> 0).get();
		pool.pause();
		CompletableFuture<Integer> future = pool.submit(() -> 1);
		assertThat(pool.queued()).hasSize(1);
		assertThat(pool.running()).isEmpty();
		pool.resume();
		assertThat(future.get()).isOne();
	}

	@Test
	void shouldShowRunningTaskWithItsStack() {
		ProcessPool pool = build();
		pool.submit(() -> sleep(60_000));
		await().until(() -> pool.running().size() == 1);
		await().untilAsserted(() -> assertThat(pool.running().get(0).stack())
			.anyMatch((frame) -> frame.getMethodName().equals("sleep")));
		PoolWorker worker = pool.workers().get(0);
		assertThat(worker.state()).isEqualTo(PoolWorker.State.BUSY);
		assertThat(worker.rss()).isPositive();
		assertThat(pool.poolSnapshot().busy()).isOne();
	}

	@Test
	void shouldRunWhatWaitsBehindLongTaskElsewhere() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		for (int i = 0; i < 200; i++) {
			pool.submit(() -> 1);
		}
		CompletableFuture<?> slow = pool.submit(() -> sleep(60_000));
		CompletableFuture<Integer> quick = pool.submit(() -> 2);
		assertThat(quick.get(20, TimeUnit.SECONDS)).isEqualTo(2);
		assertThat(slow).isNotDone();
	}

	@Test
	void shouldGrowAndShrink(@TempDir Path folder) throws Exception {
		ProcessPool pool = build();
		pool.resize(3);
		String gate = folder.resolve("gate").toString();
		List<Future<?>> futures = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			futures.add(pool.submit(() -> {
				await().forever().until(() -> Files.exists(Path.of(gate)));
				return null;
			}));
		}
		await().until(() -> pool.running().size() == 3);
		pool.resize(1);
		Files.createFile(Path.of(gate));
		for (Future<?> future : futures) {
			future.get();
		}
		await().untilAsserted(() -> assertThat(pool.workers()).hasSize(1));
	}

	private static Object sleep(long millis) throws InterruptedException {
		Thread.sleep(millis);
		return millis;
	}

}
