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

package io.heddle.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link NamedLock}.
 */
class NamedLockTests extends AbstractSyncTests {

	private final NamedLock lock = NamedLock.builder("ledger").build();

	private final NamedLock plain = NamedLock.builder("gate").reentrant(false).build();

	@EachRacers
	void shouldTellWhoHoldsItAndWhoWaits(Racers racers) throws Exception {
		Worker owner = worker(racers, "owner");
		Worker waiter = worker(racers, "waiter");
		owner.does(() -> {
			this.lock.lock();
			this.lock.lock();
		});
		CompletableFuture<Void> waiting = waiter.run(this.lock::lock);
		awaitWaiters(this.lock, 1);
		LockSnapshot snapshot = this.lock.snapshot();
		assertThat(snapshot.owner().thread()).isEqualTo("owner");
		assertThat(snapshot.owner().threadId()).isEqualTo(owner.thread().getId());
		assertThat(snapshot.owner().virtual()).isEqualTo(racers == Racers.VIRTUAL);
		assertThat(snapshot.owner().count()).isEqualTo(2);
		assertThat(snapshot.waiters()).singleElement().satisfies((one) -> {
			assertThat(one.thread()).isEqualTo("waiter");
			assertThat(one.threadId()).isEqualTo(waiter.thread().getId());
			assertThat(one.virtual()).isEqualTo(racers == Racers.VIRTUAL);
			assertThat(one.waitingFor()).isGreaterThanOrEqualTo(Duration.ZERO);
			assertThat(one.since()).isBeforeOrEqualTo(Instant.now());
		});
		assertThat(snapshot.acquisitions()).isEqualTo(1);
		assertThat(snapshot.waits().begun()).isEqualTo(1);
		await().until(() -> this.lock.snapshot().owner().heldFor().toMillis() >= 5);
		owner.does(this.lock::unlock);
		assertThat(this.lock.snapshot().owner().thread()).isEqualTo("owner");
		owner.does(this.lock::unlock);
		get(waiting);
		snapshot = this.lock.snapshot();
		assertThat(snapshot.owner().thread()).isEqualTo("waiter");
		assertThat(snapshot.waiters()).isEmpty();
		assertThat(snapshot.acquisitions()).isEqualTo(2);
		assertThat(snapshot.waits().ended()).isEqualTo(1);
		assertThat(snapshot.waits().time()).isPositive();
	}

	@Test
	void shouldCountItsHolds() {
		this.lock.lock();
		this.lock.lock();
		assertThat(this.lock.holdCount()).isEqualTo(2);
		assertThat(this.lock.isHeldByCurrentThread()).isTrue();
		this.lock.unlock();
		assertThat(this.lock.isLocked()).isTrue();
		this.lock.unlock();
		assertThat(this.lock.isLocked()).isFalse();
		assertThat(this.lock.snapshot().owner()).isNull();
	}

	@EachRacers
	void shouldBeReleasedByItsOwnerOnlyIfReentrant(Racers racers) throws Exception {
		Worker other = worker(racers, "other");
		this.lock.lock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(() -> other.does(this.lock::unlock))
			.withMessageContaining("'ledger'");
		assertThat(this.lock.isHeldByCurrentThread()).isTrue();
		this.lock.unlock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.lock::unlock);
	}

	@EachRacers
	void shouldBeReleasedByAnyThreadIfNotReentrant(Racers racers) throws Exception {
		Worker other = worker(racers, "other");
		this.plain.lock();
		other.does(this.plain::unlock);
		assertThat(this.plain.isLocked()).isFalse();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.plain::unlock)
			.withMessage("Lock 'gate' is not held, so it cannot be unlocked");
		assertThat(this.plain.tryLock()).isTrue();
	}

	@EachRacers
	void shouldLetItsOwnerWaitIfNotReentrant(Racers racers) throws Exception {
		Worker owner = worker(racers, "owner");
		owner.does(this.plain::lock);
		assertThat(get(owner.call(() -> this.plain.tryLock()))).isFalse();
		CompletableFuture<Void> again = owner.run(this.plain::lock);
		awaitWaiters(this.plain, 1);
		assertThat(this.plain.snapshot().owner().thread()).isEqualTo("owner");
		this.plain.unlock();
		get(again);
	}

	@EachRacers
	void shouldBeUsableAfterATimeout(Racers racers) throws Exception {
		Worker owner = worker(racers, "owner");
		owner.does(this.lock::lock);
		assertThat(this.lock.tryLock(Duration.ofMillis(5))).isFalse();
		assertThat(this.lock.tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
		assertThat(this.lock.snapshot().waits().timedOut()).isEqualTo(2);
		owner.does(this.lock::unlock);
		assertThat(this.lock.tryLock(Duration.ofMillis(5))).isTrue();
	}

	@EachRacers
	void shouldNeverWaitForNoTime(Racers racers) throws Exception {
		Worker owner = worker(racers, "owner");
		owner.does(this.lock::lock);
		assertThat(this.lock.tryLock(Duration.ZERO)).isFalse();
		assertThat(this.lock.tryLock(-1, TimeUnit.SECONDS)).isFalse();
		assertThat(this.lock.snapshot().waits().begun()).isZero();
	}

	@Test
	void shouldRefuseANegativeTimeout() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.lock.tryLock(Duration.ofSeconds(-1)))
			.withMessage("'timeout' must not be negative but is PT-1S; zero is for not waiting at all");
		assertThatIllegalArgumentException().isThrownBy(() -> this.lock.hold(Duration.ofSeconds(-1)));
		assertThat(this.lock.isLocked()).isFalse();
	}

	@EachRacers
	void shouldWaitWithoutEndForAnEndlessTimeout(Racers racers) throws Exception {
		Duration endless = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
		assertThat(this.lock.tryLock(endless)).isTrue();
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Boolean> taken = waiter.call(() -> this.lock.tryLock(endless));
		awaitWaiters(this.lock, 1);
		this.lock.unlock();
		assertThat(get(taken)).isTrue();
		CompletableFuture<Boolean> takenByUnit = worker(racers, "other")
			.call(() -> this.lock.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
		awaitWaiters(this.lock, 1);
		waiter.does(this.lock::unlock);
		assertThat(get(takenByUnit)).isTrue();
	}

	@EachRacers
	void shouldBeInterruptibleWhileWaiting(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		this.lock.lock();
		CompletableFuture<Void> interruptibly = waiter.run(this.lock::lockInterruptibly);
		awaitWaiters(this.lock, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(interruptibly));
		CompletableFuture<Hold> hold = waiter.call(this.lock::hold);
		awaitWaiters(this.lock, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(hold));
		CompletableFuture<Boolean> timed = waiter.call(() -> this.lock.tryLock(Duration.ofMinutes(1)));
		awaitWaiters(this.lock, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(timed));
		CompletableFuture<Hold> timedHold = waiter.call(() -> this.lock.hold(Duration.ofMinutes(1)));
		awaitWaiters(this.lock, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(timedHold));
		assertThat(this.lock.waiters()).isEmpty();
		assertThat(this.lock.holdCount()).isEqualTo(1);
		this.lock.unlock();
		waiter.does(this.lock::lock);
	}

	@EachRacers
	void shouldNotBeTakenByAThreadThatIsInterruptedBefore(Racers racers) throws Exception {
		Worker worker = worker(racers, "worker");
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> worker.does(() -> {
			Thread.currentThread().interrupt();
			this.lock.lockInterruptibly();
		}));
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> worker.does(() -> {
			Thread.currentThread().interrupt();
			this.lock.tryLock(Duration.ofMinutes(1));
		}));
		assertThat(this.lock.isLocked()).isFalse();
	}

	@EachRacers
	void shouldKeepAnInterruptForLaterWhenLockedUninterruptibly(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		this.lock.lock();
		CompletableFuture<Boolean> interrupted = waiter.call(() -> {
			this.lock.lock();
			return Thread.interrupted();
		});
		awaitWaiters(this.lock, 1);
		waiter.interrupt();
		this.lock.unlock();
		assertThat(get(interrupted)).isTrue();
	}

	@EachRacers
	void shouldBeHeldUntilTheEndOfATryStatement(Racers racers) throws Exception {
		try (Hold hold = this.lock.hold()) {
			assertThat(this.lock.isHeldByCurrentThread()).isTrue();
			hold.close();
			assertThat(this.lock.isLocked()).isFalse();
		}
		worker(racers, "owner").does(this.lock::lock);
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> this.lock.hold(Duration.ofMillis(1)))
			.withMessage("Lock 'ledger' was not free within PT0.001S; it is held by thread 'owner'");
	}

	@EachRacers
	void shouldBeReleasedByItsOwnerAfterAnotherThreadHasTried(Racers racers) throws Exception {
		Hold hold = this.lock.hold();
		Worker other = worker(racers, "other");
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(() -> other.does(hold::close));
		assertThat(this.lock.isHeldByCurrentThread()).isTrue();
		hold.close();
		assertThat(this.lock.isLocked()).isFalse();
		hold.close();
	}

	@EachRacers
	void shouldServeInTheOrderOfArrivalIfFair(Racers racers) throws Exception {
		NamedLock fair = NamedLock.builder("fair").fair(true).build();
		AtomicInteger next = new AtomicInteger();
		fair.lock();
		CompletableFuture<?>[] orders = new CompletableFuture<?>[5];
		for (int i = 0; i < orders.length; i++) {
			int order = i;
			orders[i] = worker(racers, "waiter-" + i).run(() -> {
				try (Hold hold = fair.hold()) {
					assertThat(next.getAndIncrement()).isEqualTo(order);
				}
			});
			awaitWaiters(fair, i + 1);
		}
		assertThat(fair.waiters()).extracting(WaiterSnapshot::thread)
			.containsExactly("waiter-0", "waiter-1", "waiter-2", "waiter-3", "waiter-4");
		fair.unlock();
		for (CompletableFuture<?> order : orders) {
			get(order);
		}
	}

	@Test
	void shouldTakeTheTimeOfTheNextHoldWhenLookedAt() {
		this.lock.lock();
		this.lock.unlock();
		assertThat(this.lock.snapshot().timedHolds()).isZero();
		for (int i = 0; i < 10; i++) {
			this.lock.lock();
			this.lock.lock();
			this.lock.unlock();
			this.lock.unlock();
		}
		LockSnapshot snapshot = this.lock.snapshot();
		assertThat(snapshot.acquisitions()).isEqualTo(11);
		assertThat(snapshot.timedHolds()).isEqualTo(1);
		assertThat(snapshot.holdTime()).isPositive();
	}

	@EachRacers
	void shouldTellItsListener(Racers racers) throws Exception {
		RecordingListener listener = new RecordingListener();
		NamedLock lock = NamedLock.builder("told").listener(listener).build();
		Worker waiter = worker(racers, "waiter");
		lock.lock();
		CompletableFuture<Void> waiting = waiter.run(lock::lock);
		awaitWaiters(lock, 1);
		lock.unlock();
		get(waiting);
		assertThat(lock.tryLock(Duration.ofMillis(1))).isFalse();
		waiter.does(lock::unlock);
		assertThat(listener.messages).contains("contended told", "waited told", "timed out told", "held told");
	}

	@Test
	void shouldNotSufferFromAListenerThatFails() throws Exception {
		NamedLock lock = NamedLock.builder("told").listener(new SynchronizerListener() {
			@Override
			public void onHeld(NamedLock lock, Duration held) {
				throw new IllegalStateException("expected by this test");
			}
		}).build();
		lock.snapshot();
		lock.hold().close();
		assertThat(lock.snapshot().timedHolds()).isEqualTo(1);
	}

}
