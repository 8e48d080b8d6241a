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

import java.io.BufferedReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OrphanWatch}.
 */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class OrphanWatchTests {

	@Test
	void shouldKillDeafWorkerWithItsDescendantsOnceTheApplicationIsKilled() throws Exception {
		Process application = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Application.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader reader = application.inputReader()) {
			List<Long> pids = Arrays.stream(reader.readLine().split(" ")).map(Long::valueOf).toList();
			List<ProcessHandle> left = application.descendants().toList();
			assertThat(left).extracting(ProcessHandle::pid).containsAll(pids);
			application.destroyForcibly().waitFor();
			Awaitility.await()
				.atMost(Duration.ofSeconds(5))
				.until(() -> left.stream().noneMatch(RunningProcess::isRunning));
		}
		finally {
			application.destroyForcibly();
		}
	}

	@Test
	void shouldEndWithoutHarmWhenItIsNotNeededAnyMore() throws Exception {
		try (TestWorker worker = TestWorker.start()) {
			OrphanWatch watch = worker.connection.descendants().watch();
			assertThat(ProcessHandle.current().children()).anyMatch(OrphanWatchTests::isWatch);
			watch.close();
			Awaitility.await().until(() -> ProcessHandle.current().children().noneMatch(OrphanWatchTests::isWatch));
			assertThat(worker.call(() -> 1)).isEqualTo(1);
		}
	}

	private static boolean isWatch(ProcessHandle handle) {
		return handle.info().commandLine().orElse("").contains("heddle-watch");
	}

	/**
	 * An application with a worker that does not run when the application is killed, as
	 * while a JVM writes an archive.
	 */
	public static final class Application {

		private Application() {
		}

		public static void main(String[] args) throws Exception {
			TestWorker worker = TestWorker.start();
			long child = (long) worker.call(() -> new ProcessBuilder("sleep", "600").start().pid());
			worker.connection.descendants().watch();
			long pid = worker.connection.pid();
			new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
			System.out.println(pid + " " + child);
			new CountDownLatch(1).await();
		}

	}

}
