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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a process leaves behind.
 */
@EnabledOnOs(OS.LINUX)
class SubprocessTreeTests extends AbstractSubprocessTests {

	@TempDir
	private Path folder;

	@Test
	void shouldEndWhatProcessLeavesBehind() throws Exception {
		Subprocess policy = build(shell());
		long pid = pid(policy.run("sleep 600 & echo $!; sleep 0.3").stdout());
		assertThat(isRunning(pid)).isFalse();
	}

	@Test
	void shouldLeaveItBehindIfThePolicySaysSo() throws Exception {
		Subprocess policy = build(shell().killTree(false));
		long pid = pid(policy.run("sleep 600 & echo $!").stdout());
		assertThat(isRunning(pid)).isTrue();
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
	}

	@Test
	void shouldEndOneThatEscapesToSessionOfItsOwnAndHoldsThePipe() throws Exception {
		Path child = this.folder.resolve("child");
		Subprocess policy = build(shell());
		policy.run("setsid sh -c 'echo $$ >" + child + "; exec sleep 600' & while ! [ -s " + child
				+ " ]; do sleep 0.01; done");
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldEndDaemonThatHasClosedItsStreamsWhileItsParentLived() throws Exception {
		Path child = this.folder.resolve("child");
		Subprocess policy = build(shell());
		policy.run("setsid sh -c 'echo $$ >" + child + "; exec sleep 600' >/dev/null 2>&1 </dev/null & while ! [ -s "
				+ child + " ]; do sleep 0.01; done; sleep 0.6");
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldEndOrphanOfSessionThatWasSeen() throws Exception {
		Path child = this.folder.resolve("child");
		Subprocess policy = build(shell());
		// the leader of the session is seen, and leaves an orphan with nothing of ours
		policy.run("setsid sh -c '(sleep 0.5; (sh -c \"echo \\$\\$ >" + child
				+ "; exec sleep 600\" &) ; sleep 0.3) >/dev/null 2>&1 </dev/null; sleep 600' >/dev/null 2>&1 & while ! [ -s "
				+ child + " ]; do sleep 0.01; done; sleep 0.3");
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldEndOrphanOfSessionThatTheProgramItselfHasMade() throws Exception {
		Path child = this.folder.resolve("child");
		Subprocess policy = build(policy("setsid", "sh", "-c"));
		policy.run("(sh -c 'echo $$ >" + child + "; exec sleep 600' &) >/dev/null 2>&1 </dev/null; while ! [ -s "
				+ child + " ]; do :; done");
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldEndEscapedGrandchildOnTimeout() {
		Path child = this.folder.resolve("child");
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)));
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.run("(setsid sh -c 'echo $$ >" + child + "; exec sleep 600' &) ; sleep 600"));
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldKillWhatKeepsStartingOthers() {
		Subprocess policy = build(shell().timeout(Duration.ofMillis(700)));
		String script = "(trap '' TERM; while true; do setsid sleep 600.1717 & sleep 0.01; done) & wait; sleep 600.1717";
		assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> policy.run(script));
		assertThat(isAnyRunning("600.1717")).isFalse();
	}

	@Test
	void shouldNotBeFloodedByWhatProcessLeavesBehind() throws Exception {
		Subprocess policy = build(shell().maxOutput(1000));
		CompletedProcess process = policy.run("yes & echo $! >&2; exit 0");
		assertThat(process.stdoutBytes()).hasSizeLessThanOrEqualTo(1000);
		Awaitility.await().until(() -> !isRunning(pid(process.stderr())));
	}

	@Test
	void shouldNotBeFloodedInTheBackground() {
		Subprocess policy = build(shell().maxOutput(1000));
		for (int i = 0; i < 10; i++) {
			CompletedProcess process = policy.runAsync("echo $$; yes & exit 0").join();
			assertThat(process.stdoutBytes()).hasSizeLessThanOrEqualTo(1000);
		}
	}

	@Test
	void shouldNotBeFloodedByWhatIsLeftBehindOnPurpose() throws Exception {
		Subprocess policy = build(shell().maxOutput(1000).killTree(false));
		// lives for a while, so that it certainly writes to us and not to the JDK
		String script = "yes & echo $! >&2; sleep 0.3; exit 0";
		for (CompletedProcess process : List.of(policy.run(script), policy.runAsync(script).join())) {
			assertThat(process.stdoutBytes()).hasSizeLessThanOrEqualTo(1000);
			// nobody reads from its pipe any more
			Awaitility.await().until(() -> !isRunning(pid(process.stderr())));
		}
	}

	@Test
	void shouldSpareProcessesOfOthers() throws Exception {
		Process other = new ProcessBuilder("sleep", "600").start();
		try {
			Subprocess neighbour = build(shell());
			var running = neighbour.runAsync("sleep 600 & sleep 600; wait");
			Awaitility.await()
				.until(() -> neighbour.running().stream().anyMatch((run) -> run.descendants().size() == 2));
			Subprocess policy = build(shell());
			for (int i = 0; i < 20; i++) {
				policy.run("sleep 600 & sleep 0.1");
			}
			assertThat(other.isAlive()).isTrue();
			assertThat(neighbour.running().get(0).descendants()).hasSize(2);
			running.cancel(true);
		}
		finally {
			other.destroyForcibly();
		}
	}

	@Test
	void shouldShowDescendants() throws Exception {
		Subprocess policy = build(shell());
		try (RunningProcess process = policy.start("sleep 600 & echo $!; wait")) {
			long child = pid(process.stdoutLines().findFirst().orElseThrow());
			Awaitility.await()
				.untilAsserted(() -> assertThat(policy.running()).singleElement()
					.satisfies((running) -> assertThat(running.descendants()).containsExactly(child)));
		}
	}

}
