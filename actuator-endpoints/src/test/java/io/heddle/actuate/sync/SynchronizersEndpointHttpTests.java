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

package io.heddle.actuate.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.endpoint.web.WebEndpointHttpMethod;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedCondition;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SynchronizersEndpoint} over HTTP with unrestricted access.
 */
@SpringBootTest(classes = SynchronizersEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=synchronizers",
				"management.endpoint.synchronizers.access=unrestricted", "heddle.locks.ledger.fair=true",
				"heddle.semaphores.smtp.permits=2", "heddle.events.warmed-up.set=false",
				"heddle.barriers.cutover.parties=3", "heddle.executors.mail.core-size=3" })
class SynchronizersEndpointHttpTests {

	@Autowired
	private NamedLock ledger;

	@Autowired
	private NamedSemaphore smtp;

	@Autowired
	private NamedEvent warmedUp;

	@Autowired
	private NamedBarrier cutover;

	@Autowired
	@Qualifier("mail")
	private NamedExecutor mail;

	private final CountDownLatch release = new CountDownLatch(1);

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void restore() {
		this.release.countDown();
		this.cutover.reset();
		this.warmedUp.set();
		await().until(() -> this.mail.snapshot().active() == 0);
		this.warmedUp.clear();
	}

	@Test
	void shouldListAllSynchronizersByKind() {
		Response response = this.actuator.get("synchronizers");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Map<String, Object>>json("$")).containsOnlyKeys("locks", "semaphores", "events",
				"barriers");
		assertThat(response.<Map<String, Object>>json("$.locks.ledger")).containsEntry("kind", "lock")
			.containsEntry("reentrant", true)
			.containsEntry("fair", true)
			.containsEntry("holdCount", 0)
			.containsEntry("waiters", List.of())
			.containsKeys("acquisitions", "contended", "timedOut")
			.doesNotContainKeys("owner", "heldFor");
		assertThat(response.<Map<String, Object>>json("$.semaphores.smtp")).containsEntry("permits", 2)
			.containsEntry("available", 2)
			.containsEntry("holders", List.of());
		assertThat(response.<Map<String, Object>>json("$.events.warmed-up")).containsEntry("set", false)
			.containsEntry("waiters", List.of());
		assertThat(response.<Map<String, Object>>json("$.barriers.cutover")).containsEntry("parties", 3)
			.containsEntry("missing", 3)
			.containsEntry("broken", false)
			.containsEntry("waiting", List.of());
	}

	@Test
	void shouldShowWhoHoldsALockAndWhoWaitsSinceWhen() throws Exception {
		CountDownLatch held = new CountDownLatch(1);
		submit("close the books", () -> {
			this.ledger.lock();
			held.countDown();
			this.release.await();
			this.ledger.unlock();
		});
		held.await();
		submit("book order 7", () -> this.ledger.hold().close());
		await().until(() -> this.ledger.waiters().size() == 1);
		Response response = this.actuator.get("synchronizers/ledger");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<String>json("$.owner.thread")).startsWith("mail-");
		assertThat(response.<String>json("$.owner.task")).isEqualTo("close the books");
		assertThat(response.<Boolean>json("$.owner.virtual")).isFalse();
		assertThat(response.<Integer>json("$.holdCount")).isOne();
		assertThat(Duration.parse(response.json("$.heldFor"))).isPositive();
		assertThat(response.<Integer>json("$.contended")).isPositive();
		assertThat(response.<String>json("$.waiters[0].thread")).startsWith("mail-");
		assertThat(response.<String>json("$.waiters[0].task")).isEqualTo("book order 7");
		assertThat(Instant.parse(response.json("$.waiters[0].since"))).isBefore(Instant.now());
		assertThat(Duration.parse(response.json("$.waiters[0].waitingFor"))).isPositive();
	}

	@Test
	void shouldShowWhoWaitsForACondition() throws Exception {
		NamedCondition posted = this.ledger.newCondition("posted");
		submit("report", () -> {
			this.ledger.lock();
			posted.await();
			this.ledger.unlock();
		});
		await().until(() -> !this.ledger.snapshot().conditions().isEmpty());
		Response response = this.actuator.get("synchronizers/ledger");
		assertThat(response.<List<String>>json("$.conditions[*].name")).containsExactly("posted");
		assertThat(response.<List<String>>json("$.conditions[0].waiters[*].task")).containsExactly("report");
		this.ledger.lock();
		posted.signalAll();
		this.ledger.unlock();
	}

	@Test
	void shouldShowWhoHoldsPermits() throws Exception {
		CountDownLatch held = new CountDownLatch(1);
		submit("send mail", () -> {
			this.smtp.acquire(2);
			held.countDown();
			this.release.await();
			this.smtp.release(2);
		});
		held.await();
		Response response = this.actuator.get("synchronizers/smtp");
		assertThat(response.<Integer>json("$.available")).isZero();
		assertThat(response.<List<String>>json("$.holders[*].task")).containsOnly("send mail");
	}

	@Test
	void shouldSetAndClearAnEvent() throws Exception {
		Future<?> waiting = submit("serve", () -> this.warmedUp.await());
		await().until(() -> this.warmedUp.waiters().size() == 1);
		assertThat(this.actuator.get("synchronizers/warmed-up").<List<String>>json("$.waiters[*].task"))
			.containsExactly("serve");
		Response set = this.actuator.post("synchronizers/warmed-up", "{\"set\":true}");
		assertThat(set.status()).isEqualTo(200);
		assertThat(set.<Boolean>json("$.set")).isTrue();
		waiting.get(10, TimeUnit.SECONDS);
		assertThat(this.actuator.post("synchronizers/warmed-up", "{\"set\":false}").<Boolean>json("$.set")).isFalse();
		assertThat(this.warmedUp.isSet()).isFalse();
	}

	@Test
	void shouldShowWhoWaitsAtABarrierAndThatOneIsMissingAndFreeThemByAnAbort() throws Exception {
		Future<?> first = submit("move users", () -> this.cutover.await());
		Future<?> second = submit("move orders", () -> this.cutover.await());
		await().until(() -> this.cutover.waiting() == 2);
		Response response = this.actuator.get("synchronizers/cutover");
		assertThat(response.<Integer>json("$.missing")).isOne();
		assertThat(response.<List<String>>json("$.waiting[*].task")).containsExactlyInAnyOrder("move users",
				"move orders");
		assertThat(response.<List<String>>json("$.waiting[*].since")).hasSize(2)
			.allSatisfy((since) -> assertThat(Instant.parse(since)).isBefore(Instant.now()));
		Response aborted = this.actuator.post("synchronizers/cutover", "{\"action\":\"abort\"}");
		assertThat(aborted.status()).isEqualTo(200);
		assertThat(aborted.<Boolean>json("$.broken")).isTrue();
		assertThat(aborted.<String>json("$.brokenBy")).contains("aborted");
		for (Future<?> freed : List.of(first, second)) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> freed.get(10, TimeUnit.SECONDS))
				.withCauseInstanceOf(BrokenBarrierException.class);
		}
		Response reset = this.actuator.post("synchronizers/cutover", "{\"action\":\"reset\"}");
		assertThat(reset.<Boolean>json("$.broken")).isFalse();
		assertThat(reset.<Map<String, Object>>json("$")).doesNotContainKey("brokenBy");
		assertThat(this.cutover.isBroken()).isFalse();
	}

	@Test
	void shouldAnswerNotFoundForAnUnknownName() {
		assertThat(this.actuator.get("synchronizers/leger").status()).isEqualTo(404);
		assertThat(this.actuator.get("synchronizers/ledger/1").status()).isEqualTo(404);
		assertThat(this.actuator.get("synchronizers/mail").status()).isEqualTo(404);
		assertThat(this.actuator.post("synchronizers/warmedup", "{\"set\":true}").status()).isEqualTo(404);
		assertThat(this.actuator.post("synchronizers", "{\"set\":true}").status()).isIn(404, 405);
	}

	@Test
	void shouldHaveNothingToDelete() {
		assertThat(this.actuator.delete("synchronizers/ledger").status()).isIn(404, 405);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					warmed-up | {}                             | nothing to change. Send 'set' to an event or 'action' to a barrier
					warmed-up | {"set":"maybe"}                | 'set' must be true or false but is 'maybe'
					warmed-up | {"action":"abort"}             | 'action' cannot be sent to 'warmed-up', which is an event
					warmed-up | {"set":true,"action":"abort"}  | 'action' cannot be sent to 'warmed-up', which is an event
					warmed-up | {"sett":true}                  | Unknown key 'sett'. Send one or more of set, action
					warmed-up | {"set":true,"path":"cutover"}  | Unknown key 'path'
					cutover   | {"set":true}                   | 'set' cannot be sent to 'cutover', which is a barrier
					cutover   | {"action":"break"}             | 'action' must be abort or reset but is 'break'
					cutover   | {"action":""}                  | 'action' must be abort or reset but is ''
					ledger    | {"set":true}                   | 'ledger' is a lock, which cannot be changed from outside
					smtp      | {"action":"reset"}             | 'smtp' is a semaphore, which cannot be changed from outside
					""")
	void shouldRejectBadInputAndChangeNothing(String name, String json, String message) {
		Response response = this.actuator.post("synchronizers/" + name, json);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).contains(message);
		assertThat(this.warmedUp.isSet()).isFalse();
		assertThat(this.cutover.isBroken()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "synchronizers/ledger?path=smtp", "synchronizers/ledger?path=" })
	void shouldRejectAQueryThatWouldReplaceThePath(String path) {
		assertThat(this.actuator.get(path).status()).isEqualTo(400);
	}

	@Test
	void shouldMapEachOperationOnce(@Autowired WebEndpointsSupplier endpoints) {
		assertThat(endpoints.getEndpoints())
			.filteredOn((endpoint) -> endpoint.getEndpointId().toString().equals("synchronizers"))
			.flatMap((endpoint) -> endpoint.getOperations())
			.extracting((operation) -> operation.getRequestPredicate())
			.extracting(WebOperationRequestPredicate::getHttpMethod, WebOperationRequestPredicate::getPath)
			.containsExactlyInAnyOrder(tuple(WebEndpointHttpMethod.GET, "synchronizers"),
					tuple(WebEndpointHttpMethod.GET, "synchronizers/{*path}"),
					tuple(WebEndpointHttpMethod.POST, "synchronizers/{*path}"));
	}

	private Future<?> submit(String label, Step step) {
		return this.mail.submit(() -> {
			step.run();
			return null;
		}, TaskOptions.of().label(label));
	}

	private interface Step {

		void run() throws Exception;

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
