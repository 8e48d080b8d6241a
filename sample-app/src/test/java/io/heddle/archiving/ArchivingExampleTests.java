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

package io.heddle.archiving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.heddle.example.ActuatorClient;
import io.heddle.example.DocumentedJson;
import io.heddle.subprocess.ArgumentRejectedException;
import io.heddle.subprocess.CalledProcessException;
import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Proves the example of the page on subprocesses: its YAML, its beans and its endpoint.
 */
@SpringBootTest(classes = ArchivingApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=archiving", "management.endpoint.health.show-details=always" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class ArchivingExampleTests {

	@TempDir
	private static Path pictures;

	@Autowired
	private PictureArchive archive;

	@Autowired
	private Subprocess checksum;

	private ActuatorClient actuator;

	@DynamicPropertySource
	static void setPictures(DynamicPropertyRegistry registry) {
		registry.add("pictures", pictures::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) throws IOException {
		this.actuator = new ActuatorClient(port);
		Files.writeString(pictures.resolve("sun.jpg"), "sun");
	}

	@Test
	void shouldRunProgramsInTheirFolder() throws Exception {
		assertThat(this.archive.checksum("sun.jpg"))
			.isEqualTo("27756f050e14a1cb1c1ee867f0eace9ea4d9fcb81b8bee089469f1ebd5fd7b17  sun.jpg\n");
		Path packed = Files.write(pictures.resolveSibling("packed.tar.gz"), this.archive.pack("sun.jpg"));
		Process listing = new ProcessBuilder("tar", "-tzf", packed.toString()).start();
		assertThat(listing.inputReader().lines()).containsExactly("sun.jpg");
	}

	@Test
	void shouldRefuseWhatIsNotAllowed() {
		for (String argument : List.of("../sun.jpg", "-sun.jpg", "sun.jpg; reboot", "--help", "sun.png")) {
			assertThatExceptionOfType(ArgumentRejectedException.class)
				.isThrownBy(() -> this.archive.checksum(argument));
		}
		assertThat(this.checksum.snapshot().counts().refused()).isEqualTo(5);
	}

	@Test
	void shouldShowWhatRunsAsInTheDocumentation() throws Exception {
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(() -> this.archive.checksum("missing.jpg"))
			.withMessageContaining("missing.jpg");
		assertThat(new ProcessBuilder("mkfifo", pictures.resolve("slow.jpg").toString()).start().waitFor()).isZero();
		CompletableFuture<CompletedProcess> run = this.checksum.runAsync("slow.jpg");
		DocumentedJson shown = DocumentedJson.of("subprocess.json", "pid", "startedAt", "runningFor", "took",
				"executable", "outputBytes");
		Awaitility.await().untilAsserted(() -> shown.assertSameShape(this.actuator.get("subprocesses/checksum")));
		int pid = JsonPath.read(this.actuator.get("subprocesses"), "$.subprocesses.checksum.running[0].pid");
		this.actuator.delete("subprocesses/checksum/" + pid);
		assertThat(run.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(-15);
	}

	@Test
	void shouldBeHealthy() {
		String health = this.actuator.get("health/subprocesses");
		assertThat(JsonPath.<String>read(health, "$.status")).isEqualTo("UP");
		assertThat(JsonPath.<Integer>read(health, "$.details.checksum.maxConcurrent")).isEqualTo(4);
	}

}
