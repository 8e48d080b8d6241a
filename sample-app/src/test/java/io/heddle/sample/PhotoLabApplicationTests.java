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

package io.heddle.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;
import io.heddle.queue.NamedQueue;
import io.heddle.sample.batch.BatchService;
import io.heddle.sample.disk.DiskWriter;
import io.heddle.sample.order.PrintLedger;
import io.heddle.sample.order.PrintOrder;
import io.heddle.sample.picture.ThumbnailMaker;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.sync.BarrierSnapshot;
import io.heddle.sync.Hold;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.WaiterSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "photo-lab.pictures=6")
@ActiveProfiles("archive")
class PhotoLabApplicationTests {

	@TempDir
	private static Path output;

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("thumbnails")
	private NamedExecutor thumbnails;

	@Autowired
	@Qualifier("batches")
	private NamedExecutor batches;

	@Autowired
	@Qualifier("imaging")
	private ProcessPool imaging;

	@Autowired
	private NamedQueue<PrintOrder> orders;

	@Autowired
	private NamedBarrier pictures;

	@Autowired
	private NamedSemaphore disk;

	@Autowired
	private NamedLock ledger;

	@Autowired
	private DiskWriter diskWriter;

	@Autowired
	private PrintLedger printLedger;

	@Autowired
	private ThumbnailMaker thumbnailMaker;

	@Autowired
	private BatchService service;

	@Autowired
	private ScheduledTasks tasks;

	private RestTestClient client;

	private final OrderLog log = new OrderLog();

	@DynamicPropertySource
	static void setOutput(DynamicPropertyRegistry registry) {
		registry.add("photo-lab.output", () -> output.toString());
	}

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
		Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
		this.log.open();
		awaitIdle();
	}

	@AfterEach
	void becomeIdle() {
		this.log.close();
		this.thumbnails.resume();
		this.imaging.resume();
		awaitIdle();
	}

	private void awaitIdle() {
		Awaitility.await().until(() -> this.batches.snapshot().active() + this.batches.snapshot().queue().size() == 0);
	}

	@Test
	void shouldRunTheFirstBatchByItself() {
		Awaitility.await().until(() -> JsonPath.<Boolean>read(get("/api/batches/1"), "$.ended"));
		String batch = get("/api/batches/1");
		assertThat(JsonPath.<String>read(batch, "$.state")).isEqualTo("done");
		assertThat(JsonPath.<String>read(batch, "$.source")).isEqualTo("6 drawn pictures");
		assertThat(JsonPath.<Integer>read(batch, "$.pictures.length()")).isEqualTo(6);
		assertThat(JsonPath.<String>read(batch, "$.pictures[0].name")).isEqualTo("hills-01.jpg");
		assertThat(JsonPath.<Integer>read(batch, "$.pictures[0].width")).isEqualTo(1920);
	}

	@Test
	void shouldServeThePageAndTheFilesOfABatch() throws IOException {
		String batch = run(startDrawn());
		assertServed("/", MediaType.TEXT_HTML);
		assertServed("/photo-lab.js", MediaType.parseMediaType("text/javascript"));
		assertServed("/" + JsonPath.read(batch, "$.pictures[2].thumbnail"), MediaType.IMAGE_JPEG);
		assertServed("/" + JsonPath.read(batch, "$.contactSheet"), MediaType.IMAGE_JPEG);
		assertServed("/" + JsonPath.read(batch, "$.report"), MediaType.TEXT_HTML);
	}

	@Test
	void shouldServeNoOtherFiles() throws IOException {
		int number = JsonPath.read(run(startDrawn()), "$.number");
		for (String path : new String[] { "/batches/" + number + "/pictures/hills-01.jpg",
				"/batches/" + number + "/thumbnails/99.jpg", "/batches/9999/report.html", "/api/batches/9999" }) {
			this.client.get().uri(path).exchange().expectStatus().isNotFound();
		}
	}

	@Test
	void shouldFailOnlyThePictureThatCannotBeRead() throws IOException {
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("pictures", part("good.jpg", Files.readAllBytes(output.resolve("batch-1/pictures/hills-01.jpg"))));
		form.add("pictures", part("<b>notes.jpg", "Buy milk".getBytes()));
		String batch = run(upload(form));
		assertThat(JsonPath.<String>read(batch, "$.state")).isEqualTo("done");
		assertThat(JsonPath.<Integer>read(batch, "$.done")).isEqualTo(1);
		assertThat(JsonPath.<Integer>read(batch, "$.failed")).isEqualTo(1);
		assertThat(JsonPath.<String>read(batch, "$.pictures[1].name")).isEqualTo("_b_notes.jpg");
		assertThat(JsonPath.<String>read(batch, "$.pictures[1].failure")).isEqualTo("Not a picture of a known format");
		assertThat(get("/" + JsonPath.read(batch, "$.report"))).contains("_b_notes.jpg",
				"Not a picture of a known format");
	}

	@Test
	void shouldFailTheBatchIfNoPictureCanBeRead() {
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("pictures", part("notes.jpg", "Buy milk".getBytes()));
		String batch = run(upload(form));
		assertThat(JsonPath.<String>read(batch, "$.state")).isEqualTo("failed");
		assertThat(JsonPath.<String>read(batch, "$.failure")).isEqualTo("None of the pictures could be read");
	}

	@Test
	void shouldStartTheLastBatchAgain() throws IOException {
		run(startDrawn());
		assertThat(JsonPath.<String>read(run(startAgain()), "$.source")).isEqualTo("6 drawn pictures");
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("pictures", part("a.jpg", Files.readAllBytes(output.resolve("batch-1/pictures/hills-01.jpg"))));
		run(upload(form));
		String again = run(startAgain());
		assertThat(JsonPath.<String>read(again, "$.pictures[0].name")).isEqualTo("a.jpg");
		assertThat(JsonPath.<Integer>read(again, "$.done")).isEqualTo(1);
	}

	@Test
	void shouldRefuseAnUploadWithoutPictures() {
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("pictures", part("empty.jpg", new byte[0]));
		this.client.post()
			.uri("/api/batches")
			.body(form)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).startsWith("There are no pictures in"));
	}

	@Test
	void shouldRefuseRequestsOfOtherSites() {
		this.client.post()
			.uri("/api/batches")
			.header(HttpHeaders.ORIGIN, "http://elsewhere.example")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void shouldShowAndSteerTheExecutorsThroughTheEndpoint() throws IOException {
		assertThat(JsonPath.<Map<String, ?>>read(get("/actuator/executors"), "$.executors")).containsKeys("batches",
				"drawing", "thumbnails", "reports", "applicationTaskExecutor");
		change("thumbnails", "{\"paused\": true}").jsonPath("$.paused").isEqualTo(true);
		int number = startDrawn();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(queued()).isNotEmpty().allMatch((label) -> label.startsWith("thumbnail of ")));
		assertThat(JsonPath.<String>read(get("/api/batches/" + number), "$.state")).isEqualTo("running");
		change("thumbnails", "{\"paused\": false, \"maxPoolSize\": 3}").jsonPath("$.maxPoolSize").isEqualTo(3);
		assertThat(JsonPath.<Integer>read(run(number), "$.done")).isPositive();
	}

	@Test
	void shouldCancelABatchThroughTheEndpoint() throws IOException {
		this.thumbnails.pause();
		int number = startDrawn();
		Awaitility.await().until(() -> this.batches.running().size() == 1);
		assertThat(this.batches.running().get(0).task()).isEqualTo("batch " + number);
		this.client.delete()
			.uri("/actuator/executors/batches/" + this.batches.running().get(0).id())
			.exchange()
			.expectStatus()
			.isNoContent();
		assertThat(JsonPath.<String>read(run(number), "$.state")).isEqualTo("cancelled");
		Awaitility.await().until(() -> this.thumbnails.snapshot().queue().size() == 0);
	}

	@Test
	void shouldRefuseMoreBatchesThanMayWait() throws IOException {
		this.thumbnails.pause();
		int first = startDrawn();
		Awaitility.await().until(() -> this.batches.running().size() == 1);
		int[] waiting = IntStream.range(0, 4).map((index) -> startAgain()).toArray();
		this.client.post().uri("/api/batches").exchange().expectStatus().isEqualTo(503);
		assertThat(output.resolve("batch-" + (waiting[3] + 1))).doesNotExist();
		for (int number : waiting) {
			assertThat(JsonPath.<String>read(get("/api/batches/" + number), "$.state")).isEqualTo("waiting");
		}
		this.batches.queued().forEach((task) -> this.batches.cancel(task.id()));
		this.thumbnails.resume();
		assertThat(JsonPath.<String>read(run(first), "$.state")).isEqualTo("done");
		assertThat(JsonPath.<String>read(run(waiting[3]), "$.state")).isEqualTo("cancelled");
	}

	@Test
	void shouldMakeThumbnailsOnTheirExecutor() {
		assertThat(AopUtils.isAopProxy(this.thumbnailMaker)).isTrue();
		long before = this.thumbnails.snapshot().tasks().failed();
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> this.thumbnailMaker.make("missing", output.resolve("missing.png"), output).get())
			.withCauseInstanceOf(IOException.class);
		assertThat(this.thumbnails.snapshot().tasks().failed()).isEqualTo(before + 1);
	}

	@Test
	void shouldLoseOnlyThePictureWhoseWorkerCrashes() throws IOException {
		this.thumbnails.pause();
		int number = startDrawn();
		this.client.post().uri("/api/crash").exchange().expectStatus().isNoContent();
		this.thumbnails.resume();
		String batch = run(number);
		assertThat(JsonPath.<String>read(batch, "$.state")).isEqualTo("done");
		assertThat(JsonPath.<Integer>read(batch, "$.done")).isEqualTo(5);
		assertThat(JsonPath.<Integer>read(batch, "$.failed")).isEqualTo(1);
		assertThat(JsonPath.<List<String>>read(batch, "$.pictures[?(@.state == 'failed')].failure")).singleElement()
			.asString()
			.contains("exit code 70", "Crash as ordered");
		assertThat(JsonPath.<Integer>read(get("/actuator/processpools"), "$.processpools.imaging.tasks.crashed"))
			.isPositive();
		assertThat(JsonPath.<Integer>read(run(startDrawn()), "$.done")).isEqualTo(6);
		assertThat(JsonPath.<String>read(get("/actuator/health"), "$.status")).isEqualTo("UP");
	}

	@Test
	void shouldRenderInWorkers() throws IOException {
		assertThat(JsonPath.<Integer>read(run(startDrawn()), "$.done")).isEqualTo(6);
		assertThat(JsonPath.<List<Integer>>read(get("/actuator/processpools"), "$.processpools.imaging.workers[*].pid"))
			.isNotEmpty()
			.doesNotContain((int) ProcessHandle.current().pid());
		assertThat(JsonPath.<Map<String, ?>>read(get("/actuator/metrics/process.pool.size?tag=name:imaging"), "$"))
			.containsKey("measurements");
	}

	@Test
	void shouldPrintAnOrderWithItsNumberInTheLogOfPhotoLabAndWorker() throws Exception {
		int batch = JsonPath.read(run(startDrawn()), "$.number");
		int number = order(batch, 1, false);
		String order = print(number);
		assertThat(JsonPath.<String>read(order, "$.state")).isEqualTo("done");
		assertThat(JsonPath.<String>read(order, "$.name")).isEqualTo("hills-01.jpg");
		assertServed("/" + JsonPath.read(order, "$.print"), MediaType.IMAGE_JPEG);
		assertThat(output.resolve("ledger.tsv")).content()
			.contains("\tordered: print of hills-01.jpg of batch " + batch)
			.containsPattern("(?m)^" + number + "\t.*\tprinted$");
		String prefix = "[order " + number + "] ";
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.log.lines).anyMatch((line) -> line.startsWith(prefix + "Ordered "))
				.anyMatch((line) -> line.startsWith(prefix + "Printing hills-01"))
				.anyMatch((line) -> line.startsWith(prefix + "Rendered hills-01"))
				.anyMatch((line) -> line.startsWith(prefix + "Printed ")));
	}

	@Test
	void shouldPrintExpressOrdersFirst() throws IOException {
		int batch = JsonPath.read(run(startDrawn()), "$.number");
		this.imaging.pause();
		List<Integer> normal = IntStream.rangeClosed(1, 5).mapToObj((picture) -> order(batch, picture, false)).toList();
		Awaitility.await().until(() -> this.orders.size() == 3 && this.orders.snapshot().gets() >= 2);
		int express = order(batch, 6, true);
		assertThat(this.orders).hasSize(4);
		assertThat(JsonPath.<Integer>read(get("/actuator/queues"), "$.queues.orders.size")).isEqualTo(4);
		assertThat(this.orders.peek().number()).isEqualTo(express);
		assertThat(JsonPath.<List<String>>read(get("/api/orders"), "$[:6].state")).containsExactly("waiting", "waiting",
				"waiting", "waiting", "printing", "printing");
		this.imaging.resume();
		for (int number : normal) {
			assertThat(JsonPath.<String>read(print(number), "$.state")).isEqualTo("done");
		}
		assertThat(JsonPath.<String>read(print(express), "$.state")).isEqualTo("done");
		Awaitility.await().until(() -> this.orders.snapshot().unfinished() == 0);
	}

	@Test
	void shouldFailAnOrderAloneWhosePictureIsGone() throws IOException {
		int batch = JsonPath.read(run(startDrawn()), "$.number");
		Files.delete(output.resolve("batch-" + batch + "/pictures/rings-02.jpg"));
		String failed = print(order(batch, 2, true));
		assertThat(JsonPath.<String>read(failed, "$.state")).isEqualTo("failed");
		assertThat(JsonPath.<String>read(failed, "$.failure")).contains("rings-02.jpg");
		assertThat(JsonPath.<String>read(print(order(batch, 1, true)), "$.state")).isEqualTo("done");
	}

	@Test
	void shouldRefuseOrdersOfPicturesThatAreNotThere() throws IOException {
		int batch = JsonPath.read(run(startDrawn()), "$.number");
		assertOrderRefused(batch, 99, 404);
		assertOrderRefused(9999, 1, 404);
		this.client.get().uri("/api/orders/9999").exchange().expectStatus().isNotFound();
		this.thumbnails.pause();
		assertOrderRefused(startDrawn(), 1, 409);
	}

	@Test
	void shouldRefuseMoreOrdersThanMayWait() throws IOException {
		int batch = JsonPath.read(run(startDrawn()), "$.number");
		this.imaging.pause();
		List<Integer> numbers = IntStream.range(0, 42).mapToObj((index) -> {
			Awaitility.await().until(() -> this.orders.remainingCapacity() > 0);
			return order(batch, 1, false);
		}).toList();
		Awaitility.await().until(() -> this.orders.remainingCapacity() == 0);
		assertOrderRefused(batch, 1, 503);
		this.imaging.resume();
		numbers.forEach((number) -> assertThat(JsonPath.<String>read(print(number), "$.state")).isEqualTo("done"));
	}

	@Test
	void shouldGiveEachOrderANumberOfItsOwn() throws Exception {
		List<Long> numbers = IntStream.range(0, 200).parallel().mapToObj((index) -> enter()).sorted().toList();
		assertThat(numbers).doesNotHaveDuplicates();
		assertThat(numbers.get(199) - numbers.get(0)).isEqualTo(199);
		assertThat(this.ledger.snapshot().acquisitions()).isGreaterThanOrEqualTo(200);
		assertThat(this.ledger.isLocked()).isFalse();
	}

	@Test
	void shouldWriteNoMoreFilesAtOnceThanThereArePermits() throws Exception {
		Path file = output.resolve("note.txt");
		CompletableFuture<Path> written;
		try (Hold first = this.disk.hold(); Hold second = this.disk.hold()) {
			written = CompletableFuture.supplyAsync(() -> {
				try {
					return this.diskWriter.write(file, new byte[0]);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			Awaitility.await().until(() -> this.disk.waiters().size() == 1);
			assertThat(file).doesNotExist();
		}
		assertThat(written.get(1, TimeUnit.MINUTES)).isEqualTo(file).exists();
		assertThat(this.disk.available()).isEqualTo(2);
	}

	@Test
	void shouldLetTheContactSheetWaitForThePictures() throws IOException {
		this.thumbnails.pause();
		int number = startDrawn();
		Awaitility.await().until(() -> this.pictures.waiting() == 2);
		BarrierSnapshot waiting = this.pictures.snapshot();
		assertThat(waiting.missing()).isEqualTo(1);
		assertThat(waiting.waiting()).extracting(WaiterSnapshot::thread)
			.allMatch((name) -> name.startsWith("reports-"));
		assertThat(output.resolve("batch-" + number + "/contact-sheet.jpg")).doesNotExist();
		String barrier = get("/actuator/synchronizers/pictures");
		assertThat(JsonPath.<Integer>read(barrier, "$.missing")).isEqualTo(1);
		assertThat(JsonPath.<List<String>>read(barrier, "$.waiting[*].task"))
			.containsExactlyInAnyOrder("batch " + number + ": contact sheet", "batch " + number + ": report");
		this.thumbnails.resume();
		assertThat(JsonPath.<String>read(run(number), "$.state")).isEqualTo("done");
		assertThat(output.resolve("batch-" + number + "/contact-sheet.jpg")).exists();
	}

	@Test
	void shouldFailTheBatchWhoseBarrierIsAbortedAndNoOther() throws IOException {
		this.thumbnails.pause();
		int number = startDrawn();
		Awaitility.await().until(() -> this.pictures.waiting() == 2);
		this.client.post()
			.uri("/actuator/synchronizers/pictures")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"action\": \"abort\"}")
			.exchange()
			.expectStatus()
			.is2xxSuccessful();
		this.thumbnails.resume();
		String batch = run(number);
		assertThat(JsonPath.<String>read(batch, "$.state")).isEqualTo("failed");
		assertThat(JsonPath.<String>read(batch, "$.failure")).contains("Barrier 'pictures' is broken", "aborted it");
		assertThat(JsonPath.<String>read(run(startDrawn()), "$.state")).isEqualTo("done");
	}

	@Test
	void shouldArchiveTheBatchByOtherPrograms() throws Exception {
		String batch = run(startDrawn());
		assertServed("/" + JsonPath.read(batch, "$.checksums"), MediaType.TEXT_PLAIN);
		assertServed("/" + JsonPath.read(batch, "$.archive"), MediaType.parseMediaType("application/gzip"));
		String subprocesses = get("/actuator/subprocesses");
		assertThat(JsonPath.<Map<String, ?>>read(subprocesses, "$.subprocesses")).containsOnlyKeys("sha256sum", "tar",
				"gzip");
		assertThat(JsonPath.<Integer>read(subprocesses, "$.subprocesses.sha256sum.runs.succeeded"))
			.isGreaterThanOrEqualTo(12);
		assertThat(JsonPath.<String>read(get("/actuator/subprocesses/tar"), "$.finished[0].command[3]"))
			.isEqualTo("--directory=" + JsonPath.read(batch, "$.output"));
		assertThat(JsonPath.<Integer>read(subprocesses, "$.subprocesses.tar.runs.failed")).isZero();
	}

	@Test
	void shouldPurgeAndReportWhenTriggered() throws IOException {
		Path old = Files.createDirectories(output.resolve("batch-9999"));
		Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
		assertThat(JsonPath.<List<String>>read(get("/actuator/schedulers/housekeeping"), "$.tasks[*].id"))
			.containsExactlyInAnyOrder("purge", "nightly-report");
		for (String task : List.of("purge", "nightly-report")) {
			this.client.post()
				.uri("/actuator/schedulers/housekeeping")
				.contentType(MediaType.APPLICATION_JSON)
				.body("{\"task\": \"" + task + "\", \"action\": \"trigger\"}")
				.exchange()
				.expectStatus()
				.isOk();
			Awaitility.await().until(() -> this.tasks.get(task).last() != null);
			assertThat(this.tasks.get(task).last().error()).isNull();
		}
		assertThat(old).doesNotExist();
		assertThat(output.resolve("nightly-report.txt")).content().startsWith("Photo lab, ");
	}

	@Test
	void shouldBeHealthyAndHaveMeters() {
		assertThat(JsonPath.<String>read(get("/actuator/health"), "$.status")).isEqualTo("UP");
		assertThat(JsonPath.<Map<String, ?>>read(get("/actuator/health"), "$.components.executors.details"))
			.containsKeys("batches", "drawing", "thumbnails", "reports");
		assertThat(JsonPath.<Map<String, ?>>read(get("/actuator/metrics/executor.rejected?tag=name:thumbnails"), "$"))
			.containsKey("measurements");
	}

	private void assertServed(String path, MediaType type) {
		this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(type)
			.expectBody(byte[].class)
			.value((body) -> assertThat(body).hasSizeGreaterThan(500));
	}

	private RestTestClient.BodyContentSpec change(String executor, String change) {
		return this.client.post()
			.uri("/actuator/executors/" + executor)
			.contentType(MediaType.APPLICATION_JSON)
			.body(change)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody();
	}

	private List<String> queued() {
		return JsonPath.read(get("/actuator/executors/thumbnails"), "$.queued[*].task");
	}

	private int startDrawn() throws IOException {
		return this.service.startDrawn().number();
	}

	private int startAgain() {
		return number(this.client.post().uri("/api/batches").exchange());
	}

	private int order(int batch, int picture, boolean express) {
		return number(this.client.post()
			.uri("/api/orders?batch={batch}&picture={picture}&express={express}", batch, picture, express)
			.exchange());
	}

	private void assertOrderRefused(int batch, int picture, int status) {
		this.client.post()
			.uri("/api/orders?batch={batch}&picture={picture}", batch, picture)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.detail")
			.exists();
	}

	private long enter() {
		try {
			return this.printLedger.enter("a print of nothing");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String print(int number) {
		Awaitility.await().until(() -> JsonPath.<Boolean>read(get("/api/orders/" + number), "$.ended"));
		return get("/api/orders/" + number);
	}

	private int upload(MultiValueMap<String, Object> form) {
		return number(this.client.post().uri("/api/batches").body(form).exchange());
	}

	private int number(RestTestClient.ResponseSpec response) {
		String body = response.expectStatus().isAccepted().expectBody(String.class).returnResult().getResponseBody();
		return JsonPath.read(body, "$.number");
	}

	private String run(int number) {
		Awaitility.await().until(() -> JsonPath.<Boolean>read(get("/api/batches/" + number), "$.ended"));
		return get("/api/batches/" + number);
	}

	private String get(String path) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

	private HttpEntity<ByteArrayResource> part(String name, byte[] content) {
		return new HttpEntity<>(new ByteArrayResource(content) {

			@Override
			public String getFilename() {
				return name;
			}

		});
	}

	/**
	 * Keeps what is logged with the number of its order, those of workers too. Not what
	 * the console shows: other tests of this JVM may have set its pattern.
	 */
	private static final class OrderLog extends AppenderBase<ILoggingEvent> {

		private final List<String> lines = new CopyOnWriteArrayList<>();

		private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

		void open() {
			start();
			this.root.addAppender(this);
		}

		void close() {
			this.root.detachAppender(this);
			stop();
		}

		@Override
		protected void append(ILoggingEvent event) {
			this.lines.add("[order " + event.getMDCPropertyMap().get("order") + "] " + event.getFormattedMessage());
		}

	}

}
