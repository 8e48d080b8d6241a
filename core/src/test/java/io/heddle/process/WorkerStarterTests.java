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
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WorkerStarter}.
 */
@Timeout(120)
class WorkerStarterTests {

	@Test
	void shouldTellWhyWorkerDidNotStart() {
		assertThatExceptionOfType(WorkerStartException.class)
			.isThrownBy(() -> new TestWorker((builder) -> builder.jvmOptions(List.of("-XX:NoSuchOption"))))
			.withMessageContaining("process pool 'imaging'")
			.withMessageContaining("exit code 1")
			.withMessageContaining("NoSuchOption");
	}

	@Test
	void shouldTellThatJavaHomeIsNone(@TempDir Path folder) {
		assertThatExceptionOfType(WorkerStartException.class)
			.isThrownBy(() -> new TestWorker((builder) -> builder.javaHome(folder)))
			.withMessageContaining(folder.toString())
			.withMessageContaining("release");
	}

	@Test
	void shouldRefuseOldJava(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
		assertThatExceptionOfType(WorkerStartException.class)
			.isThrownBy(() -> new TestWorker((builder) -> builder.javaHome(folder)))
			.withMessageContaining("11.0.2")
			.withMessageContaining("17");
	}

	@Test
	void shouldTellWhyBeansCouldNotBeOpened() {
		assertThatExceptionOfType(WorkerStartException.class)
			.isThrownBy(() -> new TestWorker((builder) -> builder.beansFactory(FailingBeans.class.getName())))
			.withMessageContaining("no database")
			.havingCause()
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void shouldGiveUpAndLeaveNothing() throws Exception {
		WorkerSettings settings = settings((builder) -> builder.beansFactory(SlowBeans.class.getName()));
		try (WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"))) {
			assertThatExceptionOfType(WorkerStartException.class)
				.isThrownBy(() -> starter.start(settings, Duration.ofSeconds(1)))
				.withMessageContaining("in time");
			Awaitility.await().until(() -> ProcessHandle.current().children().noneMatch(WorkerStarterTests::isWorker));
		}
	}

	@Test
	void shouldEndStartThatIsInterrupted() throws Exception {
		WorkerSettings settings = settings((builder) -> builder.beansFactory(SlowBeans.class.getName()));
		try (WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"))) {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread thread = new Thread(() -> {
				try {
					starter.start(settings, Duration.ofMinutes(10));
				}
				catch (Exception ex) {
					thrown.set(ex);
				}
			});
			thread.start();
			Awaitility.await().until(() -> ProcessHandle.current().children().anyMatch(WorkerStarterTests::isWorker));
			thread.interrupt();
			thread.join();
			assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
			Awaitility.await().until(() -> ProcessHandle.current().children().noneMatch(WorkerStarterTests::isWorker));
		}
	}

	@Test
	void shouldLetWorkerInThoughStrangersCall() throws Exception {
		WorkerSettings settings = settings((builder) -> builder);
		try (WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"))) {
			starter.start(settings, TestWorker.DEADLINE).process().destroyForcibly();
			Path folder = starter.folder();
			CompletableFuture<SocketChannel> stranger = CompletableFuture.supplyAsync(() -> call(folder));
			WorkerConnection connection = starter.start(settings, TestWorker.DEADLINE);
			assertThat(connection.process().isAlive()).isTrue();
			try (SocketChannel channel = stranger.join()) {
				assertThat(channel.read(ByteBuffer.allocate(1))).isNegative();
			}
			connection.descendants().kill();
		}
	}

	private static SocketChannel call(Path folder) {
		AtomicReference<SocketChannel> called = new AtomicReference<>();
		Awaitility.await().pollInterval(Duration.ofMillis(1)).pollDelay(Duration.ZERO).until(() -> {
			try (Stream<Path> files = Files.list(folder)) {
				Optional<Path> socket = files.filter((file) -> file.toString().endsWith(".s")).findFirst();
				if (socket.isPresent()) {
					called.set(SocketChannel.open(UnixDomainSocketAddress.of(socket.get())));
				}
			}
			catch (IOException ex) {
				// not there yet
			}
			return called.get() != null;
		});
		return Objects.requireNonNull(called.get());
	}

	@Test
	void shouldHaveFolderThatIsForTheUserAloneAndRemoveIt() throws Exception {
		WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"));
		WorkerConnection connection = starter.start(settings((builder) -> builder), TestWorker.DEADLINE);
		Path folder = starter.folder();
		assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
		assertThat(folder).isDirectoryNotContaining("glob:**.s");
		connection.descendants().kill();
		starter.close();
		starter.close();
		assertThat(folder).doesNotExist();
	}

	@Test
	void shouldGiveWorkerItsSettings(@TempDir Path folder) throws Exception {
		try (TestWorker worker = new TestWorker((builder) -> builder.workingDirectory(folder)
			.maxHeap("64m")
			.jvmOptions(List.of("-Dof.user=yes"))
			.allowEnvironment(List.of("PATH"))
			.environment(Map.of("SET", "here")))) {
			assertThat(worker.call(() -> Path.of("").toAbsolutePath().toRealPath().toString()))
				.isEqualTo(folder.toRealPath().toString());
			assertThat(worker.call(() -> System.getProperty("of.user"))).isEqualTo("yes");
			assertThat((long) worker.call(() -> Runtime.getRuntime().maxMemory())).isLessThan(70L << 20);
			assertThat(worker.call(() -> System.getenv("SET"))).isEqualTo("here");
			assertThat(worker.call(() -> System.getenv("HOME"))).isNull();
			assertThat(worker.call(() -> System.getenv("PATH"))).isEqualTo(System.getenv("PATH"));
			assertThat(worker.call(() -> System.in.read())).isEqualTo(-1);
			assertThat(worker.call(WorkerDepth::current)).isEqualTo(1);
		}
	}

	@Test
	void shouldLetTheUserChooseTheCollector() throws Exception {
		try (TestWorker worker = new TestWorker((builder) -> builder.jvmOptions(List.of("-XX:+UseParallelGC")))) {
			assertThat((String) worker.call(WorkerStarterTests::collectors)).contains("PS MarkSweep");
		}
		try (TestWorker worker = TestWorker.start()) {
			assertThat((String) worker.call(WorkerStarterTests::collectors)).contains("MarkSweepCompact");
		}
	}

	private static String collectors() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.map(GarbageCollectorMXBean::getName)
			.toList()
			.toString();
	}

	@Test
	void shouldUseTheChannelsOfItsJdkWithoutLookingForOthers() throws Exception {
		String provider = SelectorProvider.provider().getClass().getName();
		try (TestWorker worker = TestWorker.start()) {
			assertThat(worker.call(() -> System.getProperty(SelectorProvider.class.getName()))).isEqualTo(provider);
			assertThat(worker.call(() -> SelectorProvider.provider().getClass().getName())).isEqualTo(provider);
		}
	}

	@Test
	void shouldKillWorkerWithItsDescendants() throws Exception {
		try (TestWorker worker = TestWorker.start()) {
			long child = (long) worker.call(() -> new ProcessBuilder("sleep", "600").start().pid());
			// its parent ends at once, so it is nobody's descendant any more
			String orphan = (String) worker
				.call(() -> new String(new ProcessBuilder("sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!").start()
					.getInputStream()
					.readAllBytes()).trim());
			ProcessHandle childHandle = ProcessHandle.of(child).orElseThrow();
			ProcessHandle orphanHandle = ProcessHandle.of(Long.parseLong(orphan)).orElseThrow();
			assertThat(orphanHandle.isAlive()).isTrue();
			worker.connection.descendants().kill();
			assertThat(worker.awaitEnd()).isEqualTo(-9);
			Awaitility.await()
				.until(() -> !RunningProcess.isRunning(childHandle) && !RunningProcess.isRunning(orphanHandle));
		}
	}

	@Test
	void shouldLeaveNoWorkerAfterKillOfTheirParent() throws Exception {
		for (String state : List.of("idle", "busy", "starting")) {
			Process parent = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
					System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
					Parent.class.getName(), state)
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			try (var reader = parent.inputReader()) {
				assertThat(reader.readLine()).isEqualTo(state);
				List<ProcessHandle> workers = parent.descendants().toList();
				assertThat(workers).isNotEmpty();
				parent.destroyForcibly().waitFor();
				Awaitility.await()
					.atMost(10, TimeUnit.SECONDS)
					.until(() -> workers.stream().noneMatch(RunningProcess::isRunning));
			}
		}
	}

	private static boolean isWorker(ProcessHandle handle) {
		return handle.info().commandLine().orElse("").contains(WorkerMain.class.getName());
	}

	private static WorkerSettings settings(UnaryOperator<ProcessPoolBuilder> customizer) {
		return customizer.apply(ProcessPool.builder("imaging").archive(false).allow(List.of("io.heddle.process.*")))
			.workerSettings();
	}

	static final class FailingBeans implements WorkerBeansFactory {

		@Override
		public WorkerBeans open(WorkerSetup setup) {
			throw new IllegalStateException("no database");
		}

	}

	static final class SlowBeans implements WorkerBeansFactory {

		@Override
		public WorkerBeans open(WorkerSetup setup) {
			try {
				TimeUnit.MINUTES.sleep(10);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new ReflectiveBeans();
		}

	}

	/**
	 * An application that is killed.
	 */
	public static final class Parent {

		private Parent() {
		}

		public static void main(String[] args) throws Exception {
			WorkerStarter starter = new WorkerStarter(new LogForwarder("imaging"));
			if (args[0].equals("starting")) {
				WorkerSettings slow = settings((builder) -> builder.beansFactory(SlowBeans.class.getName()));
				CompletableFuture.runAsync(() -> {
					try {
						starter.start(slow, Duration.ofMinutes(10));
					}
					catch (WorkerStartException | InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
				});
				Awaitility.await()
					.until(() -> ProcessHandle.current().children().anyMatch(WorkerStarterTests::isWorker));
			}
			else {
				WorkerConnection connection = starter.start(settings((builder) -> builder), TestWorker.DEADLINE);
				if (args[0].equals("busy")) {
					ProcessTask<Object> task = () -> {
						new ProcessBuilder("sleep", "600").start();
						TimeUnit.MINUTES.sleep(10);
						return null;
					};
					connection.channel().write(TaskCodec.of(settings((builder) -> builder)).task(1, null, task));
					Awaitility.await().until(() -> connection.process().descendants().findAny().isPresent());
				}
			}
			System.out.println(args[0]);
			TimeUnit.MINUTES.sleep(10);
		}

	}

}
