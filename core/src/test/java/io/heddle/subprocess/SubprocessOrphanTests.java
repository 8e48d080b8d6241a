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

package io.heddle.subprocess;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what survives the application.
 */
class SubprocessOrphanTests extends AbstractSubprocessTests {

	@Test
	void shouldLeaveBehindOnlyWhatDoesNotUseItsPipesWhenTheApplicationIsKilled() throws Exception {
		Process application = application(false);
		try (BufferedReader reader = application.inputReader()) {
			List<Long> pids = pids(reader);
			assertThat(pids).hasSize(3).allMatch(AbstractSubprocessTests::isRunning);
			application.destroyForcibly().waitFor();
			Awaitility.await().until(() -> !isRunning(pids.get(0)) && !isRunning(pids.get(1)));
			assertThat(isRunning(pids.get(2))).isTrue();
			ProcessHandle.of(pids.get(2)).ifPresent(ProcessHandle::destroyForcibly);
		}
		finally {
			application.destroyForcibly();
		}
	}

	@Test
	void shouldLeaveNothingBehindWhenTheApplicationEndsInOrder() throws Exception {
		Process application = application(true);
		try (BufferedReader reader = application.inputReader()) {
			List<Long> pids = pids(reader);
			assertThat(application.waitFor()).isZero();
			assertThat(pids).hasSize(3).noneMatch(AbstractSubprocessTests::isRunning);
		}
		finally {
			application.destroyForcibly();
		}
	}

	private static Process application(boolean orderly) throws Exception {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Application.class.getName(), String.valueOf(orderly))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static List<Long> pids(BufferedReader reader) throws Exception {
		return Arrays.stream(reader.readLine().split(" ")).map(Long::valueOf).toList();
	}

	/**
	 * An application with three processes: one that reads, one that writes, and one that
	 * does neither.
	 */
	public static final class Application {

		private Application() {
		}

		public static void main(String[] args) throws Exception {
			Subprocess cat = policy("cat");
			Subprocess yes = policy("yes");
			Subprocess sleep = policy("sleep", "600");
			List<Subprocess> policies = List.of(cat, yes, sleep);
			cat.start(SubprocessInput.pipe());
			for (Subprocess policy : policies.subList(1, 3)) {
				policy.start();
			}
			policies.forEach((policy) -> System.out.print(policy.running().get(0).pid() + " "));
			System.out.println();
			if (!Boolean.parseBoolean(args[0])) {
				new CountDownLatch(1).await();
			}
			policies.forEach(Subprocess::close);
		}

		private static Subprocess policy(String... command) {
			return Subprocess.builder(command[0]).command(command).shutdownGrace(Duration.ZERO).build();
		}

	}

}
