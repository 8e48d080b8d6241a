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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link JvmProcess}.
 */
@Timeout(120)
class JvmProcessTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void shouldRunTaskAndEnd(@TempDir Path folder) throws Exception {
		String file = folder.resolve("pid").toString();
		try (JvmProcess process = JvmProcess.of(() -> write(file, ProcessHandle.current().pid()))) {
			assertThat(process.isAlive()).isFalse();
			assertThat(process.exitCode()).isEmpty();
			process.start();
			assertThat(process.join(LONG)).isTrue();
			assertThat(process.exitCode()).hasValue(0);
			assertThat(process.isAlive()).isFalse();
			assertThat(Path.of(file)).hasContent("" + process.pid());
		}
	}

	@Test
	void shouldEndWithOneIfTheTaskThrows() throws Exception {
		try (JvmProcess process = JvmProcess.of(() -> {
			throw new IllegalStateException("of the task");
		})) {
			process.start();
			assertThat(process.join(LONG)).isTrue();
			assertThat(process.exitCode()).hasValue(1);
		}
	}

	@Test
	void shouldReportExitCodeOfTask() throws Exception {
		try (JvmProcess process = JvmProcess.of(() -> System.exit(42))) {
			process.start();
			assertThat(process.join(LONG)).isTrue();
			assertThat(process.exitCode()).hasValue(42);
		}
	}

	@Test
	void shouldReportSignalAsNegativeExitCode() throws Exception {
		for (int signal : new int[] { 9, 15 }) {
			try (JvmProcess process = JvmProcess.of(JvmProcessTests::sleep)) {
				process.start();
				assertThat(process.isAlive()).isTrue();
				assertThat(process.exitCode()).isEmpty();
				assertThat(process.join(Duration.ZERO)).isFalse();
				if (signal == 9) {
					process.kill();
				}
				else {
					process.terminate();
				}
				assertThat(process.join(LONG)).isTrue();
				assertThat(process.exitCode()).hasValue(-signal);
				process.kill();
				process.terminate();
				process.interrupt();
			}
		}
	}

	@Test
	void shouldRefuseToStartTwice() throws Exception {
		try (JvmProcess process = JvmProcess.of(() -> {
		})) {
			process.start();
			assertThatIllegalStateException().isThrownBy(process::start).withMessageContaining("started before");
			assertThat(process.join(LONG)).isTrue();
			assertThatIllegalStateException().isThrownBy(process::start);
		}
	}

	@Test
	void shouldRefuseJoinAndSignalsBeforeStart() {
		JvmProcess process = JvmProcess.of(JvmProcessTests::sleep);
		assertThatIllegalStateException().isThrownBy(() -> process.join(LONG)).withMessageContaining("not started");
		assertThatIllegalStateException().isThrownBy(process::terminate);
		assertThatIllegalStateException().isThrownBy(process::kill);
		assertThatIllegalStateException().isThrownBy(process::interrupt);
		assertThatIllegalStateException().isThrownBy(process::pid);
		assertThatIllegalStateException().isThrownBy(process::sentinel);
		process.close();
		assertThatIllegalStateException().isThrownBy(process::start).withMessageContaining("closed");
	}

	@Test
	void shouldRefuseCloseWhileAliveAndAllowItTwice() throws Exception {
		JvmProcess process = JvmProcess.builder(JvmProcessTests::sleep).name("sleeper").build();
		process.start();
		assertThatIllegalStateException().isThrownBy(process::close)
			.withMessageContaining("sleeper")
			.withMessageContaining("" + process.pid())
			.withMessageContaining("terminate");
		process.kill();
		process.join(LONG);
		process.close();
		process.close();
		assertThat(process.exitCode()).hasValue(-9);
	}

	@Test
	void shouldCompleteSentinel() throws Exception {
		try (JvmProcess process = JvmProcess.of(JvmProcessTests::sleep)) {
			process.start();
			CompletableFuture<Integer> sentinel = process.sentinel();
			assertThat(sentinel).isNotDone();
			process.kill();
			assertThat(sentinel.get(30, TimeUnit.SECONDS)).isEqualTo(-9);
			assertThat(process.sentinel().get(30, TimeUnit.SECONDS)).isEqualTo(-9);
		}
	}

	@Test
	void shouldInterruptTask(@TempDir Path folder) throws Exception {
		String file = folder.resolve("begun").toString();
		try (JvmProcess process = JvmProcess.of(() -> {
			try {
				write(file, 1);
				TimeUnit.MINUTES.sleep(10);
			}
			catch (InterruptedException ex) {
				System.exit(7);
			}
		})) {
			process.start();
			Awaitility.await().until(() -> Files.exists(Path.of(file)));
			process.interrupt();
			assertThat(process.join(LONG)).isTrue();
			assertThat(process.exitCode()).hasValue(7);
		}
	}

	@Test
	void shouldRefuseTaskThatCannotBeSerialized() {
		Object captured = new Object();
		JvmProcess process = JvmProcess.of(captured::hashCode);
		assertThatIllegalArgumentException().isThrownBy(process::start).withMessageContaining("java.lang.Object");
	}

	@Test
	void shouldNotBeWithinItsOwnTaskToJoinItself() {
		AtomicReference<JvmProcess> itself = new AtomicReference<>();
		itself.set(JvmProcess.of(() -> {
			try {
				itself.get().join(LONG);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
		assertThatIllegalArgumentException().isThrownBy(() -> itself.get().start())
			.withMessageContaining(JvmProcess.class.getName());
	}

	@Test
	void shouldTellWhyItDidNotStart() {
		JvmProcess process = JvmProcess.builder(JvmProcessTests::sleep).jvmOptions(List.of("-XX:NoSuch")).build();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(process::start)
			.withMessageContaining("did not become ready");
	}

	@Test
	void shouldKnowParentAndEndWithIt(@TempDir Path folder) throws Exception {
		assertThat(JvmProcess.parentProcess()).isEmpty();
		Process parent = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Parent.class.getName(), folder.resolve("out").toString())
			.inheritIO()
			.start();
		Awaitility.await().atMost(LONG).until(() -> Files.exists(folder.resolve("out")));
		assertThat(folder.resolve("out")).hasContent("" + parent.pid());
		List<ProcessHandle> children = parent.descendants().toList();
		assertThat(children).hasSize(1);
		parent.destroyForcibly().waitFor();
		Awaitility.await().atMost(LONG).until(() -> children.stream().noneMatch(RunningProcess::isRunning));
	}

	static void write(String file, long number) {
		try {
			Path partial = Files.writeString(Path.of(file + ".tmp"), "" + number);
			Files.move(partial, Path.of(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void sleep() {
		try {
			TimeUnit.MINUTES.sleep(10);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * An application that starts a process.
	 */
	public static final class Parent {

		private Parent() {
		}

		public static void main(String[] args) throws Exception {
			String file = args[0];
			JvmProcess process = JvmProcess.of(() -> {
				write(file, JvmProcess.parentProcess().orElseThrow().pid());
				sleep();
			});
			process.start();
			process.join(Duration.ofMinutes(10));
		}

	}

}
