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

package io.heddle.sample.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the jar as a user does, on the JVM's own and with the code that the build
 * generated ahead of time. Runs after the phase {@code package}.
 */
class PackagedApplicationTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(3);

	@TempDir
	private Path folder;

	private Process process;

	@AfterEach
	void end() throws InterruptedException {
		if (this.process != null && this.process.isAlive()) {
			this.process.destroyForcibly().waitFor();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldMakeABatchOfDrawnPicturesAndEnd(boolean aot) throws Exception {
		start(aot, "--once");
		assertThat(exitCode()).as(this::printed).isZero();
		assertThat(printed()).contains("Batch 1 done: 24 thumbnails, 0 failed", "http://127.0.0.1:")
			.doesNotContain("Exception");
		Path batch = this.folder.resolve("output/batch-1");
		assertThat(batch.resolve("thumbnails")).isDirectoryContaining("glob:**/024.jpg");
		assertThat(batch.resolve("contact-sheet.jpg")).isNotEmptyFile();
		assertThat(batch.resolve("report.html")).content().contains("24 drawn pictures");
		assertThat(batch.resolve("checksums.txt")).content().hasLineCount(48);
		assertThat(batch.resolve("archive.tar.gz")).isNotEmptyFile();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldStayUpWithPageAndEndpointsUntilItIsStopped(boolean aot) throws Exception {
		start(aot);
		Awaitility.await().atMost(TIMEOUT).until(() -> printed().contains("Batch 1 done") || !this.process.isAlive());
		assertThat(printed()).contains("Batch 1 done");
		String page = page();
		assertThat(get(page)).contains("<title>Photo lab</title>");
		String executors = get(page + "actuator/executors");
		assertThat(JsonPath.<Integer>read(executors, "$.executors.thumbnails.tasks.completed")).isEqualTo(24);
		assertThat(JsonPath.<String>read(executors, "$.executors.applicationTaskExecutor.origin"))
			.isEqualTo("spring-boot");
		assertThat(
				JsonPath.<List<String>>read(get(page + "actuator/schedulers"), "$.schedulers.housekeeping.tasks[*].id"))
			.containsExactlyInAnyOrder("nightly-report", "purge");
		assertThat(JsonPath.<String>read(get(page + "actuator/health"), "$.status")).isEqualTo("UP");
		post(page + "api/orders?batch=1&picture=1&express=true", "");
		Awaitility.await().atMost(TIMEOUT).until(() -> JsonPath.<Boolean>read(get(page + "api/orders/1"), "$.ended"));
		assertThat(this.folder.resolve("output/batch-1/prints/order-1.jpg")).as(this::printed).isNotEmptyFile();
		Awaitility.await()
			.untilAsserted(() -> assertThat(printed()).containsPattern("\\[order 1] .*PhotoPrinter.*Printed")
				.containsPattern("\\[order 1] .*PrintRenderer.*Rendered hills-01"));
		assertThat(this.process.isAlive()).isTrue();
		this.process.destroy();
		assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldTakeThePicturesOfAFolderAndListThoseThatFail(boolean aot) throws Exception {
		Path pictures = Files.createDirectory(this.folder.resolve("my pictures"));
		Files.writeString(pictures.resolve("notes.jpg"), "Buy milk");
		Files.copy(Path.of("src/test/resources/pixel.png"), pictures.resolve("pixel.png"));
		start(aot, pictures.toString(), "--once");
		assertThat(exitCode()).as(this::printed).isZero();
		assertThat(printed()).contains("Batch 1 done: 1 thumbnails, 1 failed");
		assertThat(this.folder.resolve("output/batch-1/report.html")).content()
			.contains("pixel.png", "notes.jpg", "Not a picture of a known format");
	}

	@Test
	void shouldFailIfTheBatchFails() throws Exception {
		Path pictures = Files.createDirectory(this.folder.resolve("pictures"));
		Files.writeString(pictures.resolve("notes.jpg"), "Buy milk");
		start(false, "--folder=" + pictures, "--once");
		assertThat(exitCode()).isNotZero();
		assertThat(printed()).contains("Batch 1 failed", "None of the pictures could be read");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldRefuseAMissingFolder(boolean aot) throws Exception {
		start(aot, this.folder.resolve("missing").toString());
		assertThat(exitCode()).isNotZero();
		assertThat(printed()).contains("APPLICATION FAILED TO START", "missing' does not exist or is no folder");
	}

	@Test
	void shouldEndWhileAPausedExecutorHoldsBackABatch() throws Exception {
		start(false);
		Awaitility.await().atMost(TIMEOUT).until(() -> printed().contains("Photo lab is up"));
		post(page() + "actuator/executors/thumbnails", "{\"paused\": true}");
		post(page() + "api/batches", "");
		Awaitility.await()
			.atMost(TIMEOUT)
			.until(() -> JsonPath.<Integer>read(get(page() + "actuator/executors"),
					"$.executors.thumbnails.queue.size") == 8);
		this.process.destroy();
		assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void shouldLeaveNoWorkerWhenItIsKilled(Layout layout) throws Exception {
		start(layout);
		Awaitility.await().atMost(TIMEOUT).until(() -> printed().contains("Batch 1 done") || !this.process.isAlive());
		assertThat(printed()).contains("Batch 1 done: 24 thumbnails, 0 failed");
		List<Integer> pids = JsonPath.read(get(page() + "actuator/processpools"),
				"$.processpools.imaging.workers[*].pid");
		assertThat(pids).isNotEmpty();
		List<ProcessHandle> workers = pids.stream().map((pid) -> ProcessHandle.of(pid).orElseThrow()).toList();
		assertThat(workers).allMatch(this::isRunning);
		assertThat(filesLike("heddle-*")).hasSize(1);
		this.process.destroyForcibly().waitFor();
		Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> workers.stream().noneMatch(this::isRunning));
		Awaitility.await().until(() -> filesLike("heddle-*").isEmpty());
	}

	/**
	 * Return whether a process runs. One that ended may stay until whoever adopted it
	 * collects it.
	 */
	private boolean isRunning(ProcessHandle process) {
		try {
			return process.isAlive() && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<Path> filesLike(String glob) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder, glob)) {
			return StreamSupport.stream(files.spliterator(), false).toList();
		}
	}

	private void start(Layout layout) throws IOException, InterruptedException {
		String jar = photoLab().toString();
		switch (layout) {
			case CLASSES ->
				launch(List.of("-cp", System.getProperty("java.class.path"), "io.heddle.sample.PhotoLabApplication"));
			case FAT_JAR -> launch(List.of("-jar", jar));
			case EXTRACTED -> {
				Path extracted = this.folder.resolve("extracted");
				Process extraction = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", jar, "extract",
						"--destination", extracted.toString())
					.redirectErrorStream(true)
					.redirectOutput(this.folder.resolve("extraction.txt").toFile())
					.start();
				assertThat(extraction.waitFor()).isZero();
				launch(List.of("-jar", extracted.resolve("photo-lab.jar").toString()));
			}
		}
	}

	private static Path photoLab() {
		return Path.of(System.getProperty("photo-lab.jar", "target/photo-lab.jar")).toAbsolutePath();
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private void launch(List<String> application) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + this.folder));
		command.addAll(application);
		command.addAll(List.of("--server.port=0", "--photo-lab.output=" + this.folder.resolve("output")));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("printed.txt").toFile());
		builder.environment().remove("XDG_RUNTIME_DIR");
		this.process = builder.start();
		this.process.getOutputStream().close();
	}

	private void start(boolean aot, String... args) throws IOException {
		List<String> application = new ArrayList<>();
		if (aot) {
			application.add("-Dspring.aot.enabled=true");
		}
		application.addAll(List.of("-jar", photoLab().toString()));
		application.addAll(List.of(args));
		launch(application);
	}

	private int exitCode() throws InterruptedException {
		assertThat(this.process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).as(this::printed).isTrue();
		return this.process.exitValue();
	}

	private String printed() {
		try {
			return Files.readString(this.folder.resolve("printed.txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String page() {
		Matcher matcher = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/").matcher(printed());
		assertThat(matcher.find()).as(printed()).isTrue();
		return matcher.group();
	}

	private String get(String address) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address)).build());
	}

	private String post(String address, String body) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private String send(HttpRequest request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

	/**
	 * The ways in which an application has its classes.
	 */
	private enum Layout {

		CLASSES, FAT_JAR, EXTRACTED

	}

}
