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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockDetector;
import io.heddle.sync.DeadlockedThread;
import io.heddle.sync.Hold;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedCondition;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Timer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves what the page on synchronizers does without Spring.
 */
class PlainSynchronizersTests {

	private final NamedLock stock = NamedLock.builder("stock").build();

	private final NamedCondition notEmpty = this.stock.newCondition("not empty");

	private final Queue<String> items = new ArrayDeque<>();

	private final AtomicBoolean reminded = new AtomicBoolean();

	private final BlockingQueue<Deadlock> alerts = new LinkedBlockingQueue<>();

	@Test
	void shouldBuildWithoutSpring() throws Exception {
		// tag::builders[]
		NamedLock ledger = NamedLock.builder("ledger").build();
		NamedSemaphore smtp = NamedSemaphore.builder("smtp").permits(10).build();
		NamedEvent warmedUp = NamedEvent.builder("warmed-up").build();
		NamedBarrier cutover = NamedBarrier.builder("cutover", 3).timeout(Duration.ofSeconds(30)).build();

		try (Hold lock = ledger.hold(); Hold permit = smtp.hold(Duration.ofSeconds(5))) {
			warmedUp.set();
		}
		// end::builders[]
		assertThat(ledger.snapshot().acquisitions()).isOne();
		assertThat(ledger.isLocked()).isFalse();
		assertThat(smtp.available()).isEqualTo(10);
		assertThat(warmedUp.isSet()).isTrue();
		assertThat(cutover.snapshot().missing()).isEqualTo(3);
		assertThat(cutover.timeout()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void shouldWaitForACondition() throws Exception {
		CompletableFuture<Boolean> filled = CompletableFuture.supplyAsync(this::isFilled);
		Awaitility.await().until(() -> !this.stock.snapshot().conditions().isEmpty());
		assertThat(this.stock.snapshot().conditions().get(0).name()).isEqualTo("not empty");
		try (Hold held = this.stock.hold()) {
			this.items.add("paper");
			this.notEmpty.signal();
		}
		assertThat(filled.get(60, TimeUnit.SECONDS)).isTrue();
	}

	private boolean isFilled() {
		try {
			return awaitItem();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean awaitItem() throws InterruptedException {
		// tag::condition[]
		try (Hold held = this.stock.hold()) {
			return this.notEmpty.waitFor(() -> !this.items.isEmpty(), Duration.ofSeconds(5));
		}
		// end::condition[]
	}

	@Test
	void shouldCancelATimer() {
		// tag::timer[]
		Timer timer = Timer.of("reminder", Duration.ofMinutes(5), this::remind).start();
		boolean cancelled = timer.cancel(); // true until it fires
		// end::timer[]
		assertThat(cancelled).isTrue();
		assertThat(timer.isCancelled()).isTrue();
		assertThat(this.reminded).isFalse();
	}

	private void remind() {
		this.reminded.set(true);
	}

	@Test
	void shouldFindADeadlock() throws Exception {
		NamedLock ledger = NamedLock.builder("ledger").build();
		NamedLock journal = NamedLock.builder("journal").build();
		// tag::detector[]
		DeadlockDetector detector = new DeadlockDetector(() -> List.of(ledger, journal), this::alert);
		detector.start(Duration.ofSeconds(1));
		// end::detector[]
		CountDownLatch bothHold = new CountDownLatch(2);
		Thread one = holdBoth(ledger, journal, bothHold);
		Thread other = holdBoth(journal, ledger, bothHold);
		try {
			Deadlock deadlock = this.alerts.poll(60, TimeUnit.SECONDS);
			assertThat(deadlock).isNotNull();
			assertThat(deadlock.threads()).extracting(DeadlockedThread::waitsFor)
				.containsExactlyInAnyOrder("ledger", "journal");
			assertThat(detector.deadlocks()).containsExactly(deadlock);
		}
		finally {
			one.interrupt();
			other.interrupt();
			detector.close();
		}
	}

	private Thread holdBoth(NamedLock first, NamedLock second, CountDownLatch bothHold) {
		Thread thread = new Thread(() -> {
			try (Hold held = first.hold()) {
				bothHold.countDown();
				bothHold.await();
				second.hold().close();
			}
			catch (InterruptedException ex) {
				// the end of the test
			}
		});
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void alert(Deadlock deadlock) {
		this.alerts.add(deadlock);
	}

}
