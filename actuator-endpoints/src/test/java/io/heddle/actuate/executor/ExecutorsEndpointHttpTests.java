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

package io.heddle.actuate.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointHttpMethod;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.ActiveProfiles;

import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.executor.ExecutorResize;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ExecutorsEndpoint} over HTTP with unrestricted access.
 */
@ActiveProfiles("executors")
@SpringBootTest(classes = ExecutorsApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=executors,health",
				"management.endpoint.executors.access=unrestricted", "management.endpoint.health.show-details=always" })
class ExecutorsEndpointHttpTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@Autowired
	@Qualifier("mail")
	private NamedExecutor mail;

	@Autowired
	@Qualifier("reports")
	private NamedExecutor reports;

	@Autowired
	@Qualifier("legacy")
	private ThreadPoolTaskExecutor legacy;

	private final CountDownLatch release = new CountDownLatch(1);

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void restore() {
		this.release.countDown();
		this.mail.resume();
		this.reports.resume();
		this.mail.resize(new ExecutorResize(2, 4, 10, Duration.ofMinutes(1)));
		await().until(() -> this.mail.snapshot().active() == 0 && this.mail.snapshot().queue().size() == 0);
	}

	@Test
	void shouldListAllExecutorsWithTheirOrigin() {
		Response response = this.actuator.get("executors");
		assertThat(response.status()).isEqualTo(200);
		Map<String, Map<String, Object>> executors = response.json("$.executors");
		assertThat(executors).containsOnlyKeys("mail", "reports", "legacy", "applicationTaskExecutor");
		assertThat(executors.get("mail")).containsEntry("origin", "heddle")
			.containsEntry("threads", "platform")
			.containsEntry("corePoolSize", 2)
			.containsEntry("maxPoolSize", 4)
			.containsEntry("keepAlive", "PT1M")
			.containsEntry("paused", false)
			.containsEntry("stuck", 0)
			.containsKeys("active", "poolSize")
			.doesNotContainKeys("running", "queued", "type", "initialized");
		assertThat(response.<Map<String, Object>>json("$.executors.mail.queue"))
			.isEqualTo(Map.of("type", "fifo", "size", 0, "capacity", 10));
		assertThat(response.<Map<String, Object>>json("$.executors.mail.tasks")).containsOnlyKeys("submitted",
				"completed", "failed", "cancelled", "rejected", "timedOut");
		assertThat(executors.get("legacy")).containsEntry("origin", "application")
			.containsEntry("corePoolSize", 2)
			.containsEntry("maxPoolSize", 3)
			.doesNotContainKey("paused");
		assertThat(response.<Integer>json("$.executors.legacy.queue.capacity")).isEqualTo(20);
		assertThat(executors.get("applicationTaskExecutor")).containsEntry("origin", "spring-boot");
	}

	@Test
	void shouldShowRunningTaskWithLabelAgeAndStack() {
		block("send newsletter");
		await().untilAsserted(
				() -> assertThat(this.actuator.get("executors/mail").<List<Object>>json("$.running")).hasSize(1));
		Response response = this.actuator.get("executors/mail");
		assertThat(response.<String>json("$.running[0].task")).isEqualTo("send newsletter");
		assertThat(response.<Integer>json("$.running[0].id")).isPositive();
		assertThat(response.<String>json("$.running[0].thread")).startsWith("mail-");
		assertThat(Instant.parse(response.json("$.running[0].startedAt"))).isBefore(Instant.now());
		assertThat(Duration.parse(response.json("$.running[0].runningFor"))).isPositive();
		assertThat(Duration.parse(response.json("$.running[0].waitedFor"))).isGreaterThanOrEqualTo(Duration.ZERO);
		assertThat(response.<String>json("$.running[0].submittedBy")).isEqualTo(Thread.currentThread().getName());
		assertThat(response.<List<String>>json("$.running[0].stack"))
			.anyMatch((frame) -> frame
				.matches("java\\.util\\.concurrent\\.CountDownLatch\\.await\\(CountDownLatch\\.java:\\d+\\)"))
			.anyMatch((frame) -> frame.startsWith(getClass().getName()));
		await().untilAsserted(() -> {
			Response detail = this.actuator.get("executors/mail");
			assertThat(detail.<Boolean>json("$.running[0].stuck")).isTrue();
			assertThat(detail.<Integer>json("$.stuck")).isEqualTo(1);
		});
	}

	@Test
	void shouldShowWaitingTasks() {
		block("first");
		block("second");
		block("third");
		Response response = this.actuator.get("executors/mail");
		assertThat(response.<List<String>>json("$.queued[*].task")).containsExactly("third");
		assertThat(response.<Integer>json("$.queue.size")).isEqualTo(1);
		assertThat(Duration.parse(response.json("$.queue.oldestWait"))).isPositive();
		assertThat(Duration.parse(response.json("$.queued[0].waitingFor"))).isPositive();
		assertThat(response.<String>json("$.queued[0].submittedBy")).isNotEmpty();
	}

	@Test
	void shouldShowFirstHundredWaitingTasksOnly() {
		this.mail.resize(ExecutorResize.of().queueCapacity(200));
		this.mail.pause();
		for (int i = 0; i < 150; i++) {
			this.mail.execute(() -> {
			}, TaskOptions.of().label("task " + i));
		}
		Response response = this.actuator.get("executors/mail");
		assertThat(response.<List<Object>>json("$.queued")).hasSize(100);
		assertThat(response.<Integer>json("$.queue.size")).isEqualTo(150);
		assertThat(response.<String>json("$.queued[99].task")).isEqualTo("task 99");
	}

	@Test
	void shouldAnswerNotFoundForUnknownExecutor() {
		assertThat(this.actuator.get("executors/mial").status()).isEqualTo(404);
		assertThat(this.actuator.post("executors/mial", "{\"paused\":true}").status()).isEqualTo(404);
		assertThat(this.actuator.post("executors/mial", "{\"paused\":\"maybe\"}").status()).isEqualTo(404);
		assertThat(this.actuator.delete("executors/mial/1").status()).isEqualTo(404);
	}

	@Test
	void shouldAnswerNotFoundForBeanThatIsNoExecutor() {
		assertThat(this.actuator.get("executors/executorsEndpoint").status()).isEqualTo(404);
	}

	@Test
	void shouldResize() {
		Response response = this.actuator.post("executors/mail",
				"{\"corePoolSize\":6,\"maxPoolSize\":12,\"queueCapacity\":50,\"keepAlive\":\"30s\"}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Integer>json("$.corePoolSize")).isEqualTo(6);
		assertThat(response.<Integer>json("$.maxPoolSize")).isEqualTo(12);
		assertThat(response.<Integer>json("$.queue.capacity")).isEqualTo(50);
		assertThat(response.<String>json("$.keepAlive")).isEqualTo("PT30S");
		ExecutorSnapshot snapshot = this.mail.snapshot();
		assertThat(snapshot.corePoolSize()).isEqualTo(6);
		assertThat(snapshot.maxPoolSize()).isEqualTo(12);
		assertThat(snapshot.queue().capacity()).isEqualTo(50);
		assertThat(snapshot.keepAlive()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void shouldAcceptIsoDurationAndLeaveTheRest() {
		Response response = this.actuator.post("executors/mail", "{\"keepAlive\":\"PT1M30S\",\"paused\":null}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<String>json("$.keepAlive")).isEqualTo("PT1M30S");
		assertThat(response.<Integer>json("$.corePoolSize")).isEqualTo(2);
		assertThat(response.<Boolean>json("$.paused")).isFalse();
	}

	@Test
	void shouldPauseAndResume() {
		Response paused = this.actuator.post("executors/mail", "{\"paused\":true}");
		assertThat(paused.status()).isEqualTo(200);
		assertThat(paused.<Boolean>json("$.paused")).isTrue();
		CompletableFuture<?> future = this.mail.submit(() -> {
		});
		assertThat(this.actuator.get("executors/mail").<List<Object>>json("$.queued")).hasSize(1);
		assertThat(future).isNotDone();
		Response resumed = this.actuator.post("executors/mail", "{\"paused\":false}");
		assertThat(resumed.<Boolean>json("$.paused")).isFalse();
		assertThat(future).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void shouldCancelRunningTaskSoThatItsFutureSaysSo() {
		CompletableFuture<?> future = block("long report");
		int id = this.actuator.get("executors/mail").json("$.running[0].id");
		Response response = this.actuator.delete("executors/mail/" + id);
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.body()).isEmpty();
		assertThat(future).isCancelled();
		await().until(() -> this.mail.running().isEmpty());
		assertThat(this.actuator.delete("executors/mail/" + id).status()).isEqualTo(404);
	}

	@Test
	void shouldCancelWaitingTaskSoThatItNeverRuns() {
		this.mail.pause();
		CountDownLatch ran = new CountDownLatch(1);
		CompletableFuture<?> future = this.mail.submit(ran::countDown);
		int id = this.actuator.get("executors/mail").json("$.queued[0].id");
		assertThat(this.actuator.delete("executors/mail/" + id).status()).isEqualTo(204);
		assertThat(future).isCancelled();
		this.mail.resume();
		assertThat(this.actuator.get("executors/mail").<List<Object>>json("$.queued")).isEmpty();
		assertThat(ran.getCount()).isOne();
	}

	@Test
	void shouldAnswerNotFoundForUnknownTask() {
		assertThat(this.actuator.delete("executors/mail/987654321").status()).isEqualTo(404);
		assertThat(this.actuator.delete("executors/legacy/1").status()).isEqualTo(404);
	}

	@Test
	void shouldRejectTaskIdThatIsNoNumber() {
		Response response = this.actuator.delete("executors/mail/seven");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("'seven'").contains("not a number");
	}

	@Test
	void shouldMapEachOperationOnce(@Autowired WebEndpointsSupplier endpoints) {
		assertThat(endpoints.getEndpoints())
			.filteredOn((endpoint) -> endpoint.getEndpointId().toString().equals("executors"))
			.flatMap((endpoint) -> endpoint.getOperations())
			.extracting((operation) -> operation.getRequestPredicate())
			.extracting(WebOperationRequestPredicate::getHttpMethod, WebOperationRequestPredicate::getPath)
			.containsExactlyInAnyOrder(tuple(WebEndpointHttpMethod.GET, "executors"),
					tuple(WebEndpointHttpMethod.GET, "executors/{*path}"),
					tuple(WebEndpointHttpMethod.POST, "executors/{*path}"),
					tuple(WebEndpointHttpMethod.DELETE, "executors/{*path}"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "*/*", "text/html", BROWSER, "application/json" })
	void shouldAnswerDeletionTheSameWhateverTheClientAccepts(String accept) {
		ActuatorClient client = this.actuator.accepting(accept);
		for (String path : List.of("mial/1", "mail/987654321", "mail", "mail/1/2")) {
			Response notFound = client.delete("executors/" + path);
			assertThat(notFound.status()).as(path).isEqualTo(404);
		}
		Response invalid = client.delete("executors/mail/abc");
		assertThat(invalid.status()).isEqualTo(400);
		assertThat(invalid.<String>json("$.message")).contains("'abc'").contains("not a number");
		CompletableFuture<?> future = block("report");
		int id = this.actuator.get("executors/mail").json("$.running[0].id");
		Response cancelled = client.delete("executors/mail/" + id);
		assertThat(cancelled.status()).isEqualTo(204);
		assertThat(cancelled.body()).isEmpty();
		assertThat(future).isCancelled();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "*/*", BROWSER, "application/json", "application/vnd.spring-boot.actuator.v3+json" })
	void shouldReadAndChangeTheSameWhateverTheClientAccepts(String accept) {
		ActuatorClient client = this.actuator.accepting(accept);
		assertThat(client.get("executors").<Integer>json("$.executors.mail.corePoolSize")).isEqualTo(2);
		assertThat(client.get("executors/mail").<Integer>json("$.corePoolSize")).isEqualTo(2);
		assertThat(client.get("executors/mial").status()).isEqualTo(404);
		assertThat(client.post("executors/mail", "{\"corePoolSize\":3}").<Integer>json("$.corePoolSize")).isEqualTo(3);
		assertThat(client.post("executors/mial", "{\"corePoolSize\":3}").status()).isEqualTo(404);
		Response invalid = client.post("executors/mail", "{\"paused\":\"maybe\"}");
		assertThat(invalid.status()).isEqualTo(400);
		assertThat(invalid.<String>json("$.message")).contains("'paused' must be true or false");
	}

	@Test
	void shouldChangeNothingForClientThatAcceptsNoJson() {
		Response response = this.actuator.accepting("text/html").post("executors/mail", "{\"corePoolSize\":3}");
		assertThat(response.status()).isEqualTo(406);
		assertThat(this.mail.snapshot().corePoolSize()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "executor", "name", "path" })
	void shouldRefuseKeyOfTheBodyThatNamesAnotherExecutor(String key) {
		Response response = this.actuator.post("executors/mail", "{\"" + key + "\":\"reports\",\"paused\":true}");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("Unknown key '" + key + "'");
		response = this.actuator.post("executors/mail", "{\"" + key + "\":null,\"paused\":true}");
		assertThat(response.status()).isEqualTo(400);
		assertThat(this.mail.isPaused()).isFalse();
		assertThat(this.reports.isPaused()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "executor=reports", "name=reports", "path=reports", "path=reports&path=mail", "path=" })
	void shouldRefuseQueryParameterThatNamesAnotherExecutorToChange(String query) {
		Response response = this.actuator.post("executors/mail?" + query, "{\"paused\":true}");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("Unknown key '" + query.split("=")[0] + "'");
		assertThat(this.mail.isPaused()).isFalse();
		assertThat(this.reports.isPaused()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "executor=reports", "taskId=%d", "path=mail&path=%d", "path=mail,%d" })
	void shouldRefuseQueryParameterThatNamesAnotherTaskToCancel(String query) {
		CompletableFuture<?> future = block("report");
		int id = this.actuator.get("executors/mail").json("$.running[0].id");
		Response response = this.actuator.delete("executors/reports/" + id + "?" + query.formatted(id));
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("Unknown key '" + query.split("=")[0] + "'");
		assertThat(future).isNotDone();
	}

	@Test
	void shouldShowNoOtherExecutorThanThePathNames() {
		Response response = this.actuator.get("executors/mail?name=reports&executor=reports");
		assertThat(response.<Integer>json("$.maxPoolSize")).isEqualTo(4);
		response = this.actuator.get("executors/mail?path=reports");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("Unknown key 'path'");
	}

	@Test
	void shouldAnswerNotFoundForLongerPath() {
		assertThat(this.actuator.get("executors/mail/1").status()).isEqualTo(404);
		assertThat(this.actuator.post("executors/mail/1", "{\"paused\":true}").status()).isEqualTo(404);
		assertThat(this.actuator.post("executors", "{\"paused\":true}").status()).isEqualTo(404);
		assertThat(this.mail.isPaused()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{}                                         | nothing to change. Send one or more of corePoolSize
					{"corePoolSize":null}                      | nothing to change
					{"corePoolSize":"four"}                    | 'corePoolSize' must be a whole number of at most 2147483647 but is 'four'
					{"maxPoolSize":2.5}                        | 'maxPoolSize' must be a whole number of at most 2147483647 but is '2.5'
					{"queueCapacity":99999999999}              | 'queueCapacity' must be a whole number of at most 2147483647 but is '99999999999'
					{"corePoolSize":""}                        | 'corePoolSize' must be a whole number of at most 2147483647 but is ''
					{"keepAlive":"soon"}                       | 'keepAlive' must be a duration with its unit, such as 30s or PT30S but is 'soon'
					{"keepAlive":30}                           | 'keepAlive' must be a duration with its unit, such as 30s or PT30S but is '30'
					{"keepAlive":"9999999999d"}                | 'keepAlive' must be a duration with its unit, such as 30s or PT30S but is '9999999999d'
					{"keepAlive":"-5s"}                        | 'keepAlive' must not be negative but is PT-5S
					{"paused":"maybe"}                         | 'paused' must be true or false but is 'maybe'
					{"corePoolSize":0}                         | 'corePoolSize' must be at least 1 but is 0
					{"maxPoolSize":-1}                         | 'maxPoolSize' must be at least 1 but is -1
					{"queueCapacity":0}                        | 'queueCapacity' must be at least 1 but is 0
					{"corePoolSize":5,"maxPoolSize":3}         | 'maxPoolSize' 3 is below 'corePoolSize' 5. Raise 'maxPoolSize' or lower 'corePoolSize'
					{"maxPoolSize":1}                          | 'maxPoolSize' 1 is below the current core pool size 2
					{"corePoolSize":5}                         | 'corePoolSize' 5 is above the current maximum pool size 4
					{"coreSize":3}                             | Unknown key 'coreSize'. Send one or more of corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused
					{"corePoolSize":3,"name":"other"}          | Unknown key 'name'
					{"corePoolSize":3,"a":1,"b":2}             | Unknown key 'a', 'b'
					{"corePoolSize":3,"paused":true,"x":null}  | Unknown key 'x'
					{"corePoolSize":3,"paused":"no"}           | 'paused' must be true or false but is 'no'
					{"paused":true,"maxPoolSize":1}            | 'maxPoolSize' 1 is below the current core pool size 2
					""")
	void shouldRejectBadInputAndChangeNothing(String json, String message) {
		ExecutorSnapshot before = this.mail.snapshot();
		Response response = this.actuator.post("executors/mail", json);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains(message);
		assertThat(this.mail.snapshot()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"corePoolSize":[1]}
			{"corePoolSize":{"a":1}}
			[1, 2]
			{"corePoolSize":
			""")
	void shouldRejectMalformedBodyAndChangeNothing(String json) {
		ExecutorSnapshot before = this.mail.snapshot();
		assertThat(this.actuator.post("executors/mail", json).status()).isEqualTo(400);
		assertThat(this.mail.snapshot()).isEqualTo(before);
	}

	@Test
	void shouldRejectEmptyBody() {
		Response response = this.actuator.post("executors/mail", "");
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains("nothing to change");
	}

	@Test
	void shouldResizeExecutorOfTheApplication() {
		Response response = this.actuator.post("executors/legacy",
				"{\"corePoolSize\":5,\"maxPoolSize\":6,\"keepAlive\":\"10s\"}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Integer>json("$.corePoolSize")).isEqualTo(5);
		assertThat(response.<Integer>json("$.maxPoolSize")).isEqualTo(6);
		assertThat(response.<String>json("$.keepAlive")).isEqualTo("PT10S");
		assertThat(this.legacy.getCorePoolSize()).isEqualTo(5);
		assertThat(this.legacy.getKeepAliveSeconds()).isEqualTo(10);
		assertThat(this.actuator.post("executors/legacy", "{\"corePoolSize\":2,\"maxPoolSize\":3}").status())
			.isEqualTo(200);
		assertThat(this.legacy.getMaxPoolSize()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"paused":true,"corePoolSize":3}        | 'paused' cannot be set to 'true'
			{"queueCapacity":5,"corePoolSize":3}    | 'queueCapacity' cannot be set to '5'
			{"corePoolSize":9}                      | 'corePoolSize' 9 is above the current maximum pool size 3
			""")
	void shouldRejectWhatExecutorOfTheApplicationCannotDo(String json, String message) {
		Response response = this.actuator.post("executors/legacy", json);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains(message);
		assertThat(this.legacy.getCorePoolSize()).isEqualTo(2);
	}

	@Test
	void shouldShowHealth() {
		Response response = this.actuator.get("health");
		assertThat(response.<String>json("$.components.executors.status")).isEqualTo("UP");
		assertThat(response.<Map<String, Object>>json("$.components.executors.details.mail"))
			.isEqualTo(Map.of("status", "UP", "active", 0, "maxPoolSize", 4, "poolUsage", 0.0, "queued", 0,
					"queueCapacity", 10, "queueUsage", 0.0, "stuck", 0, "paused", false));
		assertThat(response.<Map<String, Object>>json("$.components.executors.details")).containsOnlyKeys("mail",
				"reports");
	}

	private CompletableFuture<?> block(String label) {
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<?> future = this.mail.submit(() -> {
			started.countDown();
			this.release.await();
			return null;
		}, TaskOptions.of().label(label));
		await().until(() -> started.getCount() == 0 || this.mail.snapshot().queue().size() > 0);
		return future;
	}

}
