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
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link NamedCondition}.
 */
class NamedConditionTests extends AbstractSyncTests {

	private final NamedLock lock = NamedLock.builder("stock").build();

	private final NamedCondition notEmpty = this.lock.newCondition("not empty");

	private boolean flag;

	@Test
	void shouldNeedTheLock() {
		NamedLock plain = NamedLock.builder("plain").reentrant(false).build();
		for (NamedCondition condition : new NamedCondition[] { this.notEmpty, plain.newCondition() }) {
			assertNeedsLock(condition::await);
			assertNeedsLock(() -> condition.awaitNanos(1));
			assertNeedsLock(() -> condition.await(Duration.ZERO));
			assertNeedsLock(condition::awaitUninterruptibly);
			assertNeedsLock(() -> condition.waitFor(() -> true));
			assertNeedsLock(() -> condition.waitFor(() -> true, Duration.ZERO));
			assertNeedsLock(condition::signal);
			assertNeedsLock(condition::signalAll);
		}
	}

	private void assertNeedsLock(Action action) {
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(action::run)
			.withMessageContaining("needs lock");
	}

	@EachRacers
	void shouldReturnTheLastValueOfThePredicate(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		assertThat(get(waiter.call(() -> waitForFlag(Duration.ofMillis(5))))).isFalse();
		assertThat(get(waiter.call(() -> waitForFlag(Duration.ZERO)))).isFalse();
		CompletableFuture<Boolean> seen = waiter.call(() -> waitForFlag(Duration.ofMinutes(1)));
		awaitConditionWaiters(1);
		try (Hold hold = this.lock.hold()) {
			this.notEmpty.signalAll();
		}
		awaitConditionWaiters(1);
		setFlag();
		assertThat(get(seen)).isTrue();
		assertThat(get(waiter.call(() -> waitForFlag(Duration.ZERO)))).isTrue();
	}

	@EachRacers
	void shouldAskThePredicateOnceMoreWhenTheTimeIsOver(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		AtomicInteger asked = new AtomicInteger();
		assertThat(get(waiter.call(() -> {
			try (Hold hold = this.lock.hold()) {
				// turns true without a signal
				return this.notEmpty.waitFor(() -> asked.incrementAndGet() > 1, Duration.ofMillis(5));
			}
		}))).isTrue();
		assertThat(asked).hasValue(2);
	}

	@Test
	void shouldHoldTheLockAsBeforeWhenThePredicateThrows() {
		AtomicInteger asked = new AtomicInteger();
		BooleanSupplier predicate = () -> {
			if (asked.incrementAndGet() % 2 == 0) {
				throw new IllegalStateException("expected by this test");
			}
			return false;
		};
		this.lock.lock();
		this.lock.lock();
		assertThatIllegalStateException().isThrownBy(() -> this.notEmpty.waitFor(predicate, Duration.ofMillis(5)));
		assertThat(this.lock.holdCount()).isEqualTo(2);
		assertThat(this.lock.isHeldByCurrentThread()).isTrue();
		asked.set(1);
		assertThatIllegalStateException().isThrownBy(() -> this.notEmpty.waitFor(predicate));
		assertThat(this.lock.holdCount()).isEqualTo(2);
		assertThat(this.lock.snapshot().conditions()).isEmpty();
	}

	@EachRacers
	void shouldHoldTheLockToTheSameDepthWhenInterrupted(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		waiter.does(() -> {
			this.lock.lock();
			this.lock.lock();
			this.lock.lock();
		});
		Duration minute = Duration.ofMinutes(1);
		for (Action wait : List.<Action>of(this.notEmpty::await, () -> this.notEmpty.awaitNanos(minute.toNanos()),
				() -> this.notEmpty.await(1, TimeUnit.MINUTES), () -> this.notEmpty.await(minute),
				() -> this.notEmpty.awaitUntil(Date.from(Instant.now().plus(minute))),
				() -> this.notEmpty.waitFor(() -> false), () -> this.notEmpty.waitFor(() -> false, minute))) {
			CompletableFuture<Void> waiting = waiter.run(wait);
			awaitConditionWaiters(1);
			waiter.interrupt();
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(waiting));
			assertThat(get(waiter.call(this.lock::isHeldByCurrentThread))).isTrue();
			assertThat(this.lock.holdCount()).isEqualTo(3);
			assertThat(this.lock.snapshot().conditions()).isEmpty();
		}
	}

	@EachRacers
	void shouldHoldTheLockToTheSameDepthWhenTheTimeIsOver(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		waiter.does(() -> {
			this.lock.lock();
			this.lock.lock();
			this.lock.lock();
		});
		Duration moment = Duration.ofMillis(1);
		for (Callable<Boolean> wait : List.<Callable<Boolean>>of(() -> this.notEmpty.awaitNanos(moment.toNanos()) > 0,
				() -> this.notEmpty.await(1, TimeUnit.MILLISECONDS), () -> this.notEmpty.await(moment),
				() -> this.notEmpty.awaitUntil(Date.from(Instant.now().plus(moment))),
				() -> this.notEmpty.waitFor(() -> false, moment))) {
			assertThat(get(waiter.call(wait))).isFalse();
			assertThat(get(waiter.call(this.lock::isHeldByCurrentThread))).isTrue();
			assertThat(this.lock.holdCount()).isEqualTo(3);
		}
	}

	@EachRacers
	void shouldKeepAnInterruptForLaterWhenWaitingUninterruptibly(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<String> waiting = waiter.call(() -> {
			this.lock.lock();
			this.lock.lock();
			this.notEmpty.awaitUninterruptibly();
			return this.lock.holdCount() + " " + Thread.interrupted();
		});
		awaitConditionWaiters(1);
		waiter.interrupt();
		await().until(() -> !waiter.thread().isInterrupted());
		assertThat(waiting).isNotDone();
		setFlag();
		assertThat(get(waiting)).isEqualTo("2 true");
	}

	@EachRacers
	void shouldWaitWithoutEndForAnEndlessTimeout(Racers racers) throws Exception {
		Duration endless = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
		CompletableFuture<Boolean> seen = worker(racers, "waiter").call(() -> waitForFlag(endless));
		CompletableFuture<Boolean> signalled = worker(racers, "other").call(() -> {
			try (Hold hold = this.lock.hold()) {
				return this.notEmpty.await(endless);
			}
		});
		awaitConditionWaiters(2);
		setFlag();
		try (Hold hold = this.lock.hold()) {
			this.notEmpty.signalAll();
		}
		assertThat(get(seen)).isTrue();
		assertThat(get(signalled)).isTrue();
	}

	@EachRacers
	void shouldWaitWithALockThatIsNotReentrant(Racers racers) throws Exception {
		NamedLock plain = NamedLock.builder("plain").reentrant(false).build();
		NamedCondition condition = plain.newCondition("condition");
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Integer> waiting = waiter.call(() -> {
			plain.lock();
			condition.waitFor(() -> this.flag);
			return plain.holdCount();
		});
		await().until(() -> !plain.isLocked() && plain.snapshot().conditions().size() == 1);
		try (Hold hold = plain.hold()) {
			this.flag = true;
			condition.signal();
		}
		assertThat(get(waiting)).isEqualTo(1);
		assertThat(get(waiter.call(() -> condition.await(Duration.ofMillis(1))))).isFalse();
		assertThat(get(waiter.call(plain::isHeldByCurrentThread))).isTrue();
		CompletableFuture<Void> interrupted = waiter.run(condition::await);
		await().until(() -> !plain.isLocked() && plain.snapshot().conditions().size() == 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(interrupted));
		assertThat(plain.holdCount()).isEqualTo(1);
	}

	@EachRacers
	void shouldShowWhoWasSignalledAsAWaiterOfTheLock(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Void> waiting = waiter.run(this::waitForFlag);
		awaitConditionWaiters(1);
		CompletableFuture<Void> other = worker(racers, "other").run(this::waitForFlag);
		awaitConditionWaiters(2);
		this.lock.lock();
		CompletableFuture<Void> later = worker(racers, "later").run(() -> this.lock.hold().close());
		await().until(() -> this.lock.waiters().size() == 1);
		this.flag = true;
		this.notEmpty.signal();
		LockSnapshot snapshot = this.lock.snapshot();
		assertThat(snapshot.waiters()).extracting(WaiterSnapshot::thread).containsExactly("waiter", "later");
		assertThat(snapshot.conditions()).singleElement()
			.satisfies((condition) -> assertThat(condition.waiters()).extracting(WaiterSnapshot::thread)
				.containsExactly("other"));
		this.notEmpty.signal();
		assertThat(this.lock.waiters()).hasSize(3);
		assertThat(this.lock.snapshot().conditions()).isEmpty();
		this.lock.unlock();
		get(waiting);
		get(other);
		get(later);
		assertThat(this.lock.waiters()).isEmpty();
	}

	@Test
	void shouldTellOfATimedHoldThatEndsByWaiting() throws Exception {
		RecordingListener listener = new RecordingListener();
		NamedLock told = NamedLock.builder("told").listener(listener).build();
		NamedCondition condition = told.newCondition();
		told.snapshot();
		told.lock();
		told.lock();
		assertThat(condition.await(Duration.ofMillis(1))).isFalse();
		assertThat(told.isHeldByCurrentThread()).isTrue();
		assertThat(listener.messages).containsExactly("held told");
		told.unlock();
		told.unlock();
		assertThat(listener.messages).containsExactly("held told");
		assertThat(told.snapshot().timedHolds()).isEqualTo(1);
	}

	@Test
	void shouldTellOfATimedHoldOnceIfInterruptedBeforeItWaits() throws Exception {
		RecordingListener listener = new RecordingListener();
		NamedLock told = NamedLock.builder("told").listener(listener).build();
		told.snapshot();
		told.lock();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(told.newCondition()::await);
		assertThat(listener.messages).isEmpty();
		told.unlock();
		assertThat(listener.messages).containsExactly("held told");
		assertThat(told.snapshot().timedHolds()).isEqualTo(1);
	}

	@Test
	void shouldRefuseANegativeTimeout() throws Exception {
		try (Hold hold = this.lock.hold()) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.notEmpty.waitFor(() -> true, Duration.ofNanos(-1)));
			assertThatIllegalArgumentException().isThrownBy(() -> this.notEmpty.await(Duration.ofNanos(-1)));
		}
	}

	@EachRacers
	void shouldReleaseTheLockThroughAllLevels(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Integer> holds = waiter.call(() -> {
			this.lock.lock();
			this.lock.lock();
			this.lock.lock();
			this.notEmpty.waitFor(() -> this.flag);
			return this.lock.holdCount();
		});
		awaitConditionWaiters(1);
		assertThat(this.lock.isLocked()).isFalse();
		setFlag();
		assertThat(get(holds)).isEqualTo(3);
		assertThat(this.lock.snapshot().owner().thread()).isEqualTo("waiter");
	}

	@EachRacers
	void shouldTellWhoWaits(Racers racers) throws Exception {
		NamedCondition notFull = this.lock.newCondition("not full");
		worker(racers, "consumer").run(this::waitForFlag);
		worker(racers, "producer").run(() -> {
			try (Hold hold = this.lock.hold()) {
				notFull.await();
			}
		});
		awaitConditionWaiters(2);
		LockSnapshot snapshot = this.lock.snapshot();
		assertThat(snapshot.owner()).isNull();
		assertThat(snapshot.waiters()).isEmpty();
		assertThat(snapshot.conditions())
			.extracting((condition) -> condition.name() + ": " + condition.waiters().get(0).thread())
			.containsExactlyInAnyOrder("not empty: consumer", "not full: producer");
		assertThat(snapshot.waits().begun()).isZero();
	}

	@EachRacers
	void shouldHoldTheLockAgainWhenInterrupted(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Boolean> held = waiter.call(() -> {
			this.lock.lock();
			try {
				this.notEmpty.await();
				return false;
			}
			catch (InterruptedException ex) {
				return this.lock.isHeldByCurrentThread();
			}
			finally {
				this.lock.unlock();
			}
		});
		awaitConditionWaiters(1);
		waiter.interrupt();
		assertThat(get(held)).isTrue();
		assertThat(this.lock.isLocked()).isFalse();
		assertThat(this.lock.snapshot().conditions()).isEmpty();
	}

	@EachRacers
	void shouldReturnWhetherTimeWasLeft(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		assertThat(get(waiter.call(() -> {
			try (Hold hold = this.lock.hold()) {
				return this.notEmpty.await(1, TimeUnit.MILLISECONDS) || this.notEmpty.await(Duration.ofMillis(1));
			}
		}))).isFalse();
	}

	private boolean waitForFlag(Duration timeout) throws InterruptedException {
		try (Hold hold = this.lock.hold()) {
			return this.notEmpty.waitFor(() -> this.flag, timeout);
		}
	}

	private void waitForFlag() throws InterruptedException {
		try (Hold hold = this.lock.hold()) {
			this.notEmpty.waitFor(() -> this.flag);
		}
	}

	private void setFlag() throws InterruptedException {
		try (Hold hold = this.lock.hold()) {
			this.flag = true;
			this.notEmpty.signal();
		}
	}

	private void awaitConditionWaiters(int count) {
		await().until(() -> !this.lock.isLocked()
				&& this.lock.snapshot().conditions().stream().mapToInt((one) -> one.waiters().size()).sum() == count);
	}

}
