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

package io.heddle.actuate.subprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.subprocess.ArgumentRejectedException;
import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.RunningProcess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.TimeoutExpiredException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SubprocessesEndpoint} over HTTP with unrestricted access, and for
 * health and meters, with real programs.
 */
@SpringBootTest(classes = SubprocessesEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1",
				"management.endpoints.web.exposure.include=subprocesses,executors,health",
				"management.endpoint.subprocesses.access=unrestricted",
				"management.endpoint.health.show-details=always", "heddle.subprocesses.shell.command=sh,-c",
				"heddle.subprocesses.shell.allow-arguments[0]=(?s)[^-].*", "heddle.subprocesses.shell.redact=secret",
				"heddle.subprocesses.shell.max-concurrent=2", "heddle.subprocesses.shell.max-output=8B",
				"heddle.subprocesses.shell.kill-grace=1s", "heddle.subprocesses.nap.command=sleep,60",
				"heddle.subprocesses.nap.timeout=50ms", "heddle.subprocesses.nap.kill-grace=1s",
				"heddle.executors.mail.core-size=1" })
class SubprocessesEndpointHttpTests {

	@Autowired
	private Subprocess shell;

	@Autowired
	private Subprocess nap;

	@Autowired
	private MeterRegistry registry;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void end() {
		this.shell.running().forEach((process) -> this.shell.terminate(process.pid()));
		await().atMost(Duration.ofSeconds(30)).until(() -> this.shell.snapshot().running() == 0);
	}

	@Test
	void shouldShowPoliciesAndWhatRuns() throws Exception {
		RunningProcess process = this.shell.start("echo secret; sleep 60 & sleep 60");
		await().until(() -> this.shell.running().get(0).descendants().size() == 2
				&& this.shell.running().get(0).outputBytes() == 7);
		Response response = this.actuator.get("subprocesses");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Map<String, Object>>json("$.subprocesses")).containsOnlyKeys("shell", "nap");
		Map<String, Object> policy = response.json("$.subprocesses.shell");
		assertThat(policy).containsEntry("maxConcurrent", 2)
			.containsEntry("waiting", 0)
			.containsEntry("closed", false)
			.containsOnlyKeys("executable", "command", "maxConcurrent", "waiting", "runs", "closed", "running");
		assertThat(Path.of((String) policy.get("executable"))).isAbsolute().isExecutable();
		assertThat(response.<Map<String, Object>>json("$.subprocesses.shell.runs")).containsOnlyKeys("started",
				"finished", "succeeded", "failed", "failures", "timedOut", "truncated", "refused");
		Map<String, Object> running = response.json("$.subprocesses.shell.running[0]");
		assertThat(running).containsEntry("pid", (int) process.pid())
			.containsEntry("outputBytes", 7)
			.containsOnlyKeys("pid", "command", "startedAt", "runningFor", "outputBytes", "descendants");
		assertThat(running.get("command").toString()).contains("-c", "sleep 60").doesNotContain("secret");
		assertThat(Duration.parse((String) running.get("runningFor"))).isPositive();
		assertThat(Instant.parse((String) running.get("startedAt"))).isBefore(Instant.now());
		assertThat(response.<Map<String, Object>>json("$.subprocesses.nap")).doesNotContainKey("maxConcurrent");
	}

	@Test
	void shouldShowHowTheLastRunsEnded() throws Exception {
		CompletedProcess failed = this.shell.run("echo far too long; exit 3");
		CompletedProcess killed = this.shell.run("kill -9 $$");
		Response response = this.actuator.get("subprocesses/shell");
		assertThat(response.<Map<String, Object>>json("$.finished[0]")).containsEntry("pid", (int) killed.pid())
			.containsEntry("exitCode", -9)
			.containsEntry("signal", "SIGKILL")
			.containsEntry("success", false);
		Map<String, Object> finished = response.json("$.finished[1]");
		assertThat(finished).containsEntry("pid", (int) failed.pid())
			.containsEntry("exitCode", 3)
			.containsEntry("success", false)
			.containsEntry("timedOut", false)
			.containsEntry("truncated", true)
			.containsEntry("outputBytes", 13)
			.doesNotContainKey("signal");
		assertThat(Duration.parse((String) finished.get("took"))).isPositive();
		assertThat(Instant.parse((String) finished.get("startedAt"))).isBefore(Instant.now());
	}

	@Test
	void shouldTerminateAProcessWithItsDescendants() throws Exception {
		RunningProcess process = this.shell.start("sleep 60 & sleep 60");
		await().until(() -> this.shell.running().get(0).descendants().size() == 2);
		List<Long> descendants = this.shell.running().get(0).descendants();
		assertThat(this.actuator.delete("subprocesses/shell/" + process.pid()).status()).isEqualTo(204);
		process.waitFor();
		await().until(() -> descendants.stream().noneMatch((pid) -> isAlive(pid)));
		assertThat(this.actuator.delete("subprocesses/shell/" + process.pid()).status()).isEqualTo(404);
		assertThat(this.actuator.get("subprocesses/shell").<Integer>json("$.finished[0].exitCode")).isEqualTo(-15);
	}

	@Test
	void shouldShowHowManyWait() {
		List<CompletableFuture<CompletedProcess>> runs = List.of(this.shell.runAsync("sleep 60"),
				this.shell.runAsync("sleep 60"), this.shell.runAsync("true"));
		await().until(() -> this.shell.snapshot().waiting() == 1 && this.shell.snapshot().running() == 2);
		assertThat(this.actuator.get("subprocesses").<Integer>json("$.subprocesses.shell.waiting")).isEqualTo(1);
		assertThat(this.actuator.get("health").<Integer>json("$.components.subprocesses.details.shell.waiting"))
			.isEqualTo(1);
		runs.get(2).cancel(true);
	}

	@Test
	void shouldNotFindWhatIsNotThere() {
		assertThat(this.actuator.get("subprocesses/nowhere").status()).isEqualTo(404);
		assertThat(this.actuator.get("subprocesses/mail").status()).isEqualTo(404);
		assertThat(this.actuator.get("subprocesses/shell/1").status()).isEqualTo(404);
		assertThat(this.actuator.delete("subprocesses/shell/1").status()).isEqualTo(404);
		assertThat(this.actuator.delete("subprocesses/nowhere/1").status()).isEqualTo(404);
		assertThat(this.actuator.delete("subprocesses/shell").status()).isEqualTo(404);
		assertThat(this.actuator.post("subprocesses/shell", "{}").status()).isEqualTo(405);
	}

	@Test
	void shouldAnswerBadInputWithAMessage() {
		Response response = this.actuator.delete("subprocesses/shell/one");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).isEqualTo(
				"The process id 'one' is not a number. Use a pid from 'running' of the subprocess policy 'shell'");
	}

	@Test
	void shouldNotTouchProcessesOfOthers() throws Exception {
		Process other = new ProcessBuilder("sleep", "60").start();
		try {
			assertThat(this.actuator.delete("subprocesses/shell/" + other.pid()).status()).isEqualTo(404);
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	@Test
	void shouldShowHealth() {
		Response health = this.actuator.get("health");
		assertThat(health.<String>json("$.components.subprocesses.status")).isEqualTo("UP");
		assertThat(health.<Map<String, Object>>json("$.components.subprocesses.details.shell"))
			.containsEntry("status", "UP")
			.containsEntry("maxConcurrent", 2)
			.containsKeys("running", "waiting", "failed", "timedOut")
			.doesNotContainKey("reason");
	}

	@Test
	void shouldHaveMeters() throws Exception {
		this.shell.run("exit 5");
		this.shell.run("echo far too long");
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> this.shell.run("-x"));
		assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> this.nap.run());
		await().untilAsserted(() -> {
			assertThat(counter("subprocess.failed", "shell", "exit", "5")).isPositive();
			assertThat(counter("subprocess.truncated", "shell")).isPositive();
			assertThat(counter("subprocess.refused", "shell")).isPositive();
			assertThat(counter("subprocess.timed.out", "nap")).isEqualTo(1);
		});
		assertThat(counter("subprocess.failed", "nap", "exit", "-15")).isEqualTo(1);
		assertThat(this.registry.find("subprocess.failed").tags("name", "shell", "exit", "77").meter()).isNull();
		assertThat(this.registry.get("subprocess.running").tag("name", "shell").gauge().value()).isZero();
		assertThat(this.registry.get("subprocess.waiting").tag("name", "shell").gauge().value()).isZero();
		assertThat(this.registry.get("subprocess.run").tag("name", "nap").functionTimer().count()).isEqualTo(1);
		assertThat(this.registry.get("subprocess.wait").tag("name", "shell").functionTimer().count()).isPositive();
	}

	private double counter(String meter, String name, String... tags) {
		return this.registry.get(meter).tag("name", name).tags(tags).functionCounter().count();
	}

	/**
	 * Return whether a process runs. One that ended may stay until whoever adopted it
	 * collects it.
	 */
	private static boolean isAlive(long pid) {
		try {
			return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
		}
		catch (IOException ex) {
			return false;
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
