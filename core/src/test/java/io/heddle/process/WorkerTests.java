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
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

import io.heddle.context.ContextPropagation;
import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a worker JVM does with the frames it gets.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTests {

	private TestWorker worker;

	@BeforeAll
	void start() throws Exception {
		this.worker = TestWorker.start();
	}

	@AfterAll
	void stop() throws IOException {
		this.worker.close();
	}

	@Test
	void shouldRunTaskInAnotherProcess() throws Exception {
		assertThat(this.worker.call(() -> ProcessHandle.current().pid())).isEqualTo(this.worker.pid())
			.isNotEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void shouldReportExceptionWithItsTypeAndGoOn() throws Exception {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.worker.call(() -> {
			throw new IllegalStateException("of the task");
		}))
			.withMessage("of the task")
			.havingCause()
			.isInstanceOfSatisfying(RemoteException.class,
					(remote) -> assertThat(remote.remoteStackTrace()).startsWith("In worker " + this.worker.pid())
						.contains("WorkerTests"));
		assertThat(this.worker.call(() -> "alive")).isEqualTo("alive");
	}

	@Test
	void shouldReportErrorAndGoOn() throws Exception {
		this.worker.submit(1, () -> recurse(1));
		assertThat(this.worker.codec.failure(this.worker.receive())).isInstanceOf(StackOverflowError.class);
		assertThat(this.worker.call(() -> "alive")).isEqualTo("alive");
	}

	static int recurse(int depth) {
		return recurse(depth + 1) + 1;
	}

	@Test
	void shouldReportResultThatCannotBeSerializedAndGoOn() throws Exception {
		assertThatExceptionOfType(NotSerializableException.class)
			.isThrownBy(() -> this.worker.call(() -> List.of(new Object())))
			.withMessageContaining("java.lang.Object");
		assertThat(this.worker.call(() -> "alive")).isEqualTo("alive");
	}

	@Test
	void shouldReportResultOverTheLimitAndGoOn() throws Exception {
		try (TestWorker small = new TestWorker((builder) -> builder.maxFrameSize(1 << 20))) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> small.call(() -> new byte[2 << 20]))
				.withMessageContaining("1048576");
			assertThat(small.call(() -> "alive")).isEqualTo("alive");
		}
	}

	@Test
	void shouldBring64MegabytesThereAndBack() throws Exception {
		byte[] bytes = new byte[64 << 20];
		bytes[bytes.length - 1] = 1;
		assertThat(Arrays.equals((byte[]) this.worker.call(() -> {
			bytes[0]++;
			return bytes;
		}), bytes)).isFalse();
		bytes[0]++;
		assertThat(Arrays.equals((byte[]) this.worker.call(() -> bytes), bytes)).isTrue();
	}

	@Test
	void shouldAnswerInTheOrderOfTheTasks() throws Exception {
		for (int i = 0; i < 1_000; i++) {
			int number = i;
			this.worker.submit(i, () -> number);
		}
		for (int i = 0; i < 1_000; i++) {
			Frame frame = this.worker.receive();
			assertThat(frame.id()).isEqualTo(i);
			assertThat(this.worker.result(frame)).isEqualTo(i);
		}
	}

	@Test
	void shouldNotDeadlockWhenBothSidesSendMuch() throws Exception {
		byte[] bytes = new byte[3 << 20];
		for (int i = 0; i < 20; i++) {
			this.worker.submit(i, () -> bytes);
		}
		for (int i = 0; i < 20; i++) {
			assertThat(this.worker.receive().id()).isEqualTo(i);
		}
	}

	@Test
	void shouldApplyFunctionThatWasSentOnceToChunks() throws Exception {
		ProcessFunction<Integer, Object> function = (number) -> {
			if (number == 2) {
				throw new IllegalStateException("two");
			}
			return (number == 3) ? new Object() : number * 10;
		};
		this.worker.send(this.worker.codec.define(7, function));
		for (int round = 0; round < 2; round++) {
			this.worker.send(this.worker.codec.chunk(1, null, 7, List.of(1, 2, 3, 4)));
			List<ItemResult> items = this.worker.codec.chunkResult(this.worker.receive());
			assertThat(items).extracting(ItemResult::value).containsExactly(10, null, null, 40);
			assertThat(items.get(1).failure()).isInstanceOf(IllegalStateException.class).hasMessage("two");
			assertThat(items.get(2).failure()).isInstanceOf(NotSerializableException.class);
		}
		this.worker.send(TaskCodec.control(FrameKind.FORGET, 7));
		this.worker.send(this.worker.codec.chunk(1, null, 7, List.of(1)));
		assertThat(this.worker.codec.failure(this.worker.receive())).hasMessageContaining("function 7");
	}

	@Test
	void shouldApplyFunctionOfTwoArguments() throws Exception {
		ProcessBiFunction<Integer, Integer, Integer> function = Math::max;
		this.worker.send(this.worker.codec.define(8, function));
		this.worker.send(this.worker.codec.chunk(1, null, 8, List.of(1, 2, 4, 3)));
		assertThat(this.worker.codec.chunkResult(this.worker.receive())).extracting(ItemResult::value)
			.containsExactly(2, 4);
	}

	@Test
	void shouldCallMethodOfObjectThatItMakesOnce() throws Exception {
		BeanMethod method = BeanMethod.of(null, Counter.class, Counter.class.getDeclaredMethod("add", int.class));
		this.worker.send(this.worker.codec.define(9, method));
		for (int expected = 5; expected <= 10; expected += 5) {
			this.worker.send(this.worker.codec.call(1, null, 9, new Object[] { 5 }));
			assertThat(this.worker.result(this.worker.receive())).isEqualTo(expected);
		}
	}

	@Test
	void shouldSayWhyObjectCannotBeMade() throws Exception {
		BeanMethod method = BeanMethod.of(null, TaskOptions.class, TaskOptions.class.getDeclaredMethod("label"));
		this.worker.send(this.worker.codec.define(10, method));
		this.worker.send(this.worker.codec.call(1, null, 10, new Object[0]));
		assertThat(this.worker.codec.failure(this.worker.receive())).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("TaskOptions")
			.hasMessageContaining("no-argument constructor")
			.hasMessageContaining("sources");
	}

	@Test
	void shouldRunTaskWithMdcOfSubmitter() throws Exception {
		ProcessTask<String> task = () -> MDC.get("user");
		this.worker.send(this.worker.codec.task(1, Map.of("mdc:user", "me"), task));
		assertThat(this.worker.result(this.worker.receive())).isEqualTo("me");
		assertThat(this.worker.call(task)).isNull();
	}

	@Test
	void shouldHideFromTaskWhatTheFirstOneHasSet() throws Exception {
		ProcessTask<String> task = () -> {
			String found = MDC.get("user");
			MDC.put("user", "left");
			return found;
		};
		try (TestWorker propagating = new TestWorker(
				(builder) -> builder.contextCarrier(ContextPropagation.create()))) {
			for (int i = 0; i < 3; i++) {
				assertThat(propagating.call(task)).isNull();
			}
			propagating.send(propagating.codec.task(7, Map.of("mdc:user", "me"), task));
			assertThat(propagating.result(propagating.receive())).isEqualTo("me");
			assertThat(propagating.call(task)).isNull();
		}
	}

	@Test
	void shouldInterruptRunningTaskAndLeaveTheNextAlone() throws Exception {
		for (int i = 0; i < 20; i++) {
			Path started = Files.createTempFile("heddle", "started");
			String file = started.toString();
			this.worker.submit(1, () -> {
				Files.delete(Path.of(file));
				TimeUnit.MINUTES.sleep(10);
				return null;
			});
			this.worker.submit(2, () -> Thread.currentThread().isInterrupted());
			Awaitility.await().until(() -> !Files.exists(started));
			this.worker.send(TaskCodec.control(FrameKind.CANCEL, 1));
			assertThat(this.worker.codec.failure(this.worker.receive())).isInstanceOf(InterruptedException.class);
			assertThat(this.worker.result(this.worker.receive())).isEqualTo(false);
		}
	}

	@Test
	void shouldNeverInterruptTheNextTask() throws Exception {
		for (int i = 0; i < 5_000; i += 2) {
			this.worker.submit(i, () -> null);
			this.worker.submit(i + 1, () -> Thread.interrupted());
			this.worker.send(TaskCodec.control(FrameKind.CANCEL, i));
			Frame first = this.worker.receive();
			assertThat(first.id()).isEqualTo(i);
			Frame second = this.worker.receive();
			assertThat(second.id()).isEqualTo(i + 1);
			assertThat(this.worker.result(second)).isEqualTo(false);
		}
	}

	@Test
	void shouldDropAndGiveBackTasksThatWaitWhileOneRuns() throws Exception {
		this.worker.submit(1, () -> {
			TimeUnit.MINUTES.sleep(10);
			return null;
		});
		for (int i = 2; i <= 5; i++) {
			int number = i;
			this.worker.submit(i, () -> number);
		}
		this.worker.send(TaskCodec.control(FrameKind.CANCEL, 2));
		Frame dropped = this.worker.receive();
		assertThat(dropped.kind()).isEqualTo(FrameKind.DROPPED);
		assertThat(dropped.id()).isEqualTo(2);
		this.worker.send(this.worker.codec.recall(List.of(1L, 3L, 4L, 99L)));
		Frame recalled = this.worker.receive();
		assertThat(recalled.kind()).isEqualTo(FrameKind.RECALLED);
		assertThat(this.worker.codec.ids(recalled)).containsExactly(3L, 4L);
		this.worker.send(TaskCodec.control(FrameKind.CANCEL, 1));
		assertThat(this.worker.receive().kind()).isEqualTo(FrameKind.FAILURE);
		assertThat(this.worker.result(this.worker.receive())).isEqualTo(5);
	}

	@Test
	void shouldTellStackOfRunningTask() throws Exception {
		this.worker.submit(1, () -> {
			TimeUnit.MINUTES.sleep(10);
			return null;
		});
		List<StackTraceElement> stack = new ArrayList<>();
		Awaitility.await().until(() -> {
			this.worker.send(TaskCodec.control(FrameKind.STACK, 1));
			stack.addAll(this.worker.codec.stack(this.worker.receive()));
			return stack.stream().anyMatch((frame) -> frame.getMethodName().equals("sleep"));
		});
		assertThat(stack).anyMatch((frame) -> frame.getClassName().equals(WorkerTests.class.getName()));
		this.worker.send(TaskCodec.control(FrameKind.CANCEL, 1));
		this.worker.receive();
		this.worker.send(TaskCodec.control(FrameKind.STACK, 1));
		assertThat(this.worker.codec.stack(this.worker.receive())).isEmpty();
	}

	@Test
	void shouldStopAndTellExitCode() throws Exception {
		try (TestWorker other = TestWorker.start()) {
			other.send(TaskCodec.control(FrameKind.STOP, 0));
			assertThat(other.awaitEnd()).isZero();
		}
	}

	@Test
	void shouldTellEndOfWorkerAfterItsLastResult() throws Exception {
		try (TestWorker other = TestWorker.start()) {
			other.submit(1, () -> "done");
			other.submit(2, () -> {
				System.err.println("last words");
				System.err.flush();
				Runtime.getRuntime().halt(42);
				return null;
			});
			assertThat(other.awaitEnd()).isEqualTo(42);
			assertThat(other.result(other.receive())).isEqualTo("done");
			assertThatExceptionOfType(IOException.class).isThrownBy(other::receive)
				.satisfies((ex) -> assertThat(ex).isNotInstanceOf(SocketTimeoutException.class));
		}
	}

	@Test
	void shouldFinishTaskWhenTerminated() throws Exception {
		try (TestWorker other = new TestWorker((builder) -> builder.killGrace(Duration.ofMinutes(1)))) {
			Path gate = Files.createTempFile("heddle", "gate");
			String file = gate.toString();
			other.submit(1, () -> {
				while (Files.exists(Path.of(file))) {
					TimeUnit.MILLISECONDS.sleep(1);
				}
				return "finished";
			});
			Awaitility.await().until(() -> {
				other.send(TaskCodec.control(FrameKind.STACK, 1));
				return !other.codec.stack(other.receive()).isEmpty();
			});
			other.connection.process().destroy();
			assertThat(other.receive().kind()).isEqualTo(FrameKind.RETIRING);
			Files.delete(gate);
			assertThat(other.result(other.receive())).isEqualTo("finished");
			assertThat(other.awaitEnd()).isEqualTo(-15);
		}
	}

	@Test
	void shouldEndAtOnceWhenTerminatedWhileIdle() throws Exception {
		try (TestWorker other = new TestWorker((builder) -> builder.killGrace(Duration.ofMinutes(1)))) {
			other.connection.process().destroy();
			assertThat(other.awaitEnd()).isEqualTo(-15);
		}
	}

	@Test
	void shouldEndAfterGraceWhenTerminatedInTask() throws Exception {
		try (TestWorker other = new TestWorker((builder) -> builder.killGrace(Duration.ofMillis(200)))) {
			other.submit(1, () -> {
				TimeUnit.MINUTES.sleep(10);
				return null;
			});
			Awaitility.await().until(() -> {
				other.send(TaskCodec.control(FrameKind.STACK, 1));
				return !other.codec.stack(other.receive()).isEmpty();
			});
			other.connection.process().destroy();
			assertThat(other.awaitEnd()).isEqualTo(-15);
		}
	}

	@Test
	void shouldReportExitOfTask() throws Exception {
		try (TestWorker other = new TestWorker((builder) -> builder.killGrace(Duration.ofMinutes(1)))) {
			other.submit(1, () -> {
				System.exit(3);
				return null;
			});
			assertThat(other.awaitEnd()).isEqualTo(3);
		}
	}

	@Test
	void shouldEndWhenItsParentIsGone() throws Exception {
		for (ProcessTask<?> task : List.<ProcessTask<?>>of(() -> null, () -> {
			TimeUnit.MINUTES.sleep(10);
			return null;
		})) {
			try (TestWorker other = TestWorker.start()) {
				other.submit(1, task);
				other.connection.channel().close();
				assertThat(other.awaitEnd()).isEqualTo(ParentLoss.EXIT_CODE);
			}
		}
	}

	@Test
	void shouldLeaveNoProcessThatItsTaskStartsWhenParentIsGone(@TempDir Path folder) throws Exception {
		String first = folder.resolve("first").toString();
		String second = folder.resolve("second").toString();
		try (TestWorker other = TestWorker.start()) {
			other.submit(1, () -> {
				Process process = startProcess(first);
				process.waitFor();
				startProcess(second);
				TimeUnit.MINUTES.sleep(10);
				return null;
			});
			Awaitility.await().until(() -> Files.exists(Path.of(first)));
			other.connection.channel().close();
			other.awaitEnd();
			for (String file : List.of(first, second)) {
				long pid = Long.parseLong(Files.readString(Path.of(file)));
				Awaitility.await().until(() -> !RunningProcess.isRunning(pid));
			}
		}
	}

	private static Process startProcess(String file) throws IOException {
		Process process = new ProcessBuilder("sleep", "600").start();
		Path partial = Files.writeString(Path.of(file + ".partial"), String.valueOf(process.pid()));
		Files.move(partial, Path.of(file), StandardCopyOption.ATOMIC_MOVE);
		return process;
	}

	@Test
	void shouldEndWhenParentSendsGarbage() throws Exception {
		try (TestWorker other = TestWorker.start()) {
			other.connection.channel()
				.socket()
				.write(ByteBuffer.wrap(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }));
			assertThat(other.awaitEnd()).isEqualTo(ParentLoss.EXIT_CODE);
			assertThatExceptionOfType(IOException.class).isThrownBy(other::receive);
		}
	}

	@Test
	void shouldRefuseUnlistedClassInTaskAndGoOn() throws Exception {
		try (TestWorker strict = new TestWorker((builder) -> builder.allow(List.of()))) {
			strict.send(this.worker.codec.task(1, null, (ProcessTask<String>) () -> "not run"));
			assertThat(strict.codec.failure(strict.receive())).isInstanceOf(InvalidClassException.class)
				.hasMessageContaining("allow-list");
			strict.send(strict.codec.define(1, new BeanMethod(null, Counter.class.getName(), "add", List.of("int"))));
			strict.send(strict.codec.call(2, null, 1, new Object[] { 1 }));
			assertThat(strict.result(strict.receive())).isEqualTo(1);
		}
	}

	static final class Counter {

		private int count;

		int add(int number) {
			this.count += number;
			return this.count;
		}

	}

}
