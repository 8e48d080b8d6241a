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

package io.heddle.ledger;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.heddle.example.ActuatorClient;
import io.heddle.example.DocumentedJson;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.sync.Hold;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.SynchronizerTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Proves the example of the page on synchronizers: its YAML, its beans and its endpoints.
 */
@SpringBootTest(classes = LedgerApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=ledger", "management.endpoint.health.show-details=always" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class LedgerExampleTests {

	@Autowired
	private Accounts accounts;

	@Autowired
	private Receipts receipts;

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

	private ActuatorClient actuator;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@Test
	void shouldBookAndLookUnderTheLock() throws Exception {
		assertThat(this.ledger.isFair()).isTrue();
		CompletableFuture<Long> balance;
		try (Hold held = this.ledger.hold()) {
			CompletableFuture<?> booking = this.mail.submit(() -> book("Ada", 42));
			Awaitility.await().until(() -> this.ledger.waiters().size() == 1);
			balance = this.mail.submit(() -> this.accounts.balance("Ada"));
			Awaitility.await().until(() -> this.ledger.waiters().size() == 2);
			assertThat(booking).isNotDone();
		}
		assertThat(balance.get(60, TimeUnit.SECONDS)).isEqualTo(42);
		assertThat(this.ledger.isLocked()).isFalse();
	}

	@Test
	void shouldSendWithAPermitOnly() throws Exception {
		this.accounts.book("Ada", 42);
		this.smtp.acquire(10);
		CompletableFuture<String> refused = this.receipts.send("Ada");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> refused.get(60, TimeUnit.SECONDS))
			.withCauseInstanceOf(SynchronizerTimeoutException.class)
			.withMessageContaining("PT2S");
		this.smtp.release(10);
		assertThat(this.receipts.send("Ada").get(60, TimeUnit.SECONDS)).isEqualTo("You have 42");
		assertThat(this.smtp.available()).isEqualTo(10);
	}

	@Test
	void shouldShowWhoIsMissingAsInTheDocumentation() throws Exception {
		assertThat(this.cutover.timeout()).isEqualTo(Duration.ofSeconds(30));
		CompletableFuture<Integer> users = this.mail.submit(() -> this.cutover.await(),
				TaskOptions.of().label("move users"));
		Awaitility.await().until(() -> this.cutover.waiters().size() == 1);
		CompletableFuture<Integer> orders = this.mail.submit(() -> this.cutover.await(),
				TaskOptions.of().label("move orders"));
		Awaitility.await().until(() -> this.cutover.waiters().size() == 2);
		DocumentedJson.of("barrier.json", "threadId", "since", "waitingFor")
			.assertSameShape(this.actuator.get("synchronizers/cutover"));
		assertThat(this.cutover.await()).isZero();
		assertThat(users.get(60, TimeUnit.SECONDS)).isEqualTo(2);
		assertThat(orders.get(60, TimeUnit.SECONDS)).isEqualTo(1);
	}

	@Test
	void shouldAbortAndResetTheBarrier() {
		CompletableFuture<Integer> users = this.mail.submit(() -> this.cutover.await());
		Awaitility.await().until(() -> this.cutover.waiters().size() == 1);
		String aborted = this.actuator.post("synchronizers/cutover", "{\"action\": \"abort\"}");
		assertThat(JsonPath.<Boolean>read(aborted, "$.broken")).isTrue();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> users.get(60, TimeUnit.SECONDS))
			.withCauseInstanceOf(BrokenBarrierException.class);
		String reset = this.actuator.post("synchronizers/cutover", "{\"action\": \"reset\"}");
		assertThat(JsonPath.<Boolean>read(reset, "$.broken")).isFalse();
	}

	@Test
	void shouldSetTheEvent() {
		assertThat(this.warmedUp.isSet()).isFalse();
		String set = this.actuator.post("synchronizers/warmed-up", "{\"set\": true}");
		assertThat(JsonPath.<Boolean>read(set, "$.set")).isTrue();
		assertThat(this.warmedUp.isSet()).isTrue();
	}

	@Test
	void shouldShowWhatAThreadWaitsForAsInTheDocumentation() throws Exception {
		CountDownLatch booked = new CountDownLatch(1);
		CompletableFuture<?> endOfMonth = holdInThread("end of month", booked);
		Awaitility.await().until(this.ledger::isLocked);
		CompletableFuture<String> receipt = this.receipts.send("Ada");
		DocumentedJson shown = DocumentedJson.of("threads.json", "id", "threadId", "runningFor", "cpu", "since",
				"waitingFor");
		Awaitility.await().untilAsserted(() -> shown.assertSameShape(threads()));
		booked.countDown();
		assertThat(receipt.get(60, TimeUnit.SECONDS)).isEqualTo("You have 0");
		endOfMonth.get(60, TimeUnit.SECONDS);
	}

	@Test
	void shouldShowWhoWaitsInTheHealth() throws Exception {
		CompletableFuture<?> booking;
		try (Hold held = this.ledger.hold()) {
			booking = this.mail.submit(() -> book("Ada", 42));
			Awaitility.await().until(() -> this.ledger.waiters().size() == 1);
			String health = this.actuator.get("health/synchronizers");
			assertThat(JsonPath.<String>read(health, "$.status")).isEqualTo("UP");
			assertThat(JsonPath.<Integer>read(health, "$.details.ledger.waiters")).isOne();
		}
		booking.get(60, TimeUnit.SECONDS);
	}

	private long book(String account, long amount) throws InterruptedException {
		this.accounts.book(account, amount);
		return amount;
	}

	private CompletableFuture<?> holdInThread(String name, CountDownLatch end) {
		return CompletableFuture.runAsync(() -> {
			try (Hold held = this.ledger.hold()) {
				end.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task, name).start());
	}

	/**
	 * Return the threads without those that are the JVM's and the web server's.
	 */
	private JsonNode threads() {
		JsonNode answer = JsonMapper.shared().readTree(this.actuator.get("threads"));
		((ObjectNode) answer.get("threads")).remove("other");
		return answer;
	}

}
