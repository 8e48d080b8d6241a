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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link NamedSemaphore}.
 */
class NamedSemaphoreTests extends AbstractSyncTests {

	private final NamedSemaphore semaphore = NamedSemaphore.builder("smtp").permits(3).build();

	private final NamedSemaphore single = NamedSemaphore.builder("single").build();

	@EachRacers
	void shouldTellWhoHoldsPermitsAndWhoWaits(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(() -> {
			this.semaphore.acquire();
			this.semaphore.acquire();
		});
		two.does(this.semaphore::acquire);
		CompletableFuture<Void> waiting = worker(racers, "three").run(this.semaphore::acquire);
		awaitWaiters(this.semaphore, 1);
		SemaphoreSnapshot snapshot = this.semaphore.snapshot();
		assertThat(snapshot.permits()).isEqualTo(3);
		assertThat(snapshot.available()).isZero();
		assertThat(snapshot.unattributed()).isZero();
		assertThat(snapshot.holders()).extracting((holder) -> holder.thread() + " " + holder.count())
			.containsExactlyInAnyOrder("one 2", "two 1");
		assertThat(snapshot.holders()).allMatch((holder) -> holder.virtual() == (racers == Racers.VIRTUAL));
		assertThat(snapshot.waiters()).extracting(WaiterSnapshot::thread).containsExactly("three");
		one.does(this.semaphore::release);
		get(waiting);
		assertThat(this.semaphore.snapshot().holders()).extracting((holder) -> holder.thread() + " " + holder.count())
			.containsExactlyInAnyOrder("one 1", "two 1", "three 1");
		assertThat(this.semaphore.snapshot().waits().ended()).isEqualTo(1);
	}

	@EachRacers
	void shouldNotListWhoMayHoldNone(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(this.semaphore::acquire);
		two.does(this.semaphore::release);
		one.does(this.semaphore::acquire);
		SemaphoreSnapshot snapshot = this.semaphore.snapshot();
		assertThat(snapshot.holders()).extracting((holder) -> holder.thread() + " " + holder.count())
			.containsExactly("one 1");
		one.does(this.semaphore::acquire);
		two.does(this.semaphore::release);
		snapshot = this.semaphore.snapshot();
		assertThat(snapshot.holders()).isEmpty();
		assertThat(snapshot.unattributed()).isEqualTo(1);
		one.does(this.semaphore::release);
		two.does(this.semaphore::acquire);
		assertThat(this.semaphore.snapshot().holders()).extracting(HolderSnapshot::thread).containsExactly("two");
	}

	@EachRacers
	void shouldKnowTheHolderOfASinglePermit(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		one.does(this.single::acquire);
		assertThat(this.single.snapshot().holders()).singleElement().satisfies((holder) -> {
			assertThat(holder.thread()).isEqualTo("one");
			assertThat(holder.threadId()).isEqualTo(one.thread().getId());
		});
		worker(racers, "two").does(this.single::release);
		assertThat(this.single.snapshot().holders()).isEmpty();
		assertThat(this.single.snapshot().unattributed()).isZero();
	}

	@EachRacers
	void shouldKnowManyHoldersWhoseIdentifiersCollide(Racers racers) throws Exception {
		NamedSemaphore wide = NamedSemaphore.builder("wide").permits(200).build();
		Worker[] workers = new Worker[100];
		for (int i = 0; i < workers.length; i++) {
			workers[i] = worker(racers, "worker-" + i);
			workers[i].does(() -> wide.acquire(2));
		}
		assertThat(wide.snapshot().holders()).hasSize(100).allMatch((holder) -> holder.count() == 2);
		assertThat(wide.available()).isZero();
		for (Worker worker : workers) {
			worker.does(wide::release);
		}
		assertThat(wide.snapshot().holders()).hasSize(100).allMatch((holder) -> holder.count() == 1);
		for (Worker worker : workers) {
			worker.does(wide::release);
		}
		assertThat(wide.snapshot().holders()).isEmpty();
	}

	@Test
	void shouldNotTellHoldersOfMorePermitsThanAnybodyWantsToSee() throws Exception {
		NamedSemaphore huge = NamedSemaphore.builder("huge").permits(Integer.MAX_VALUE).build();
		huge.acquire(3);
		assertThat(huge.snapshot().holders()).isEmpty();
		assertThat(huge.snapshot().unattributed()).isEqualTo(3);
	}

	@Test
	void shouldRefuseToHaveMorePermitsThanAtTheBeginningIfBounded() throws Exception {
		this.semaphore.acquire();
		assertThatIllegalStateException().isThrownBy(() -> this.semaphore.release(2))
			.withMessage("Semaphore 'smtp' cannot take 2 permits back, for 2 of at most 3 are available");
		assertThat(this.semaphore.available()).isEqualTo(2);
		assertThat(this.semaphore.snapshot().holders()).hasSize(1);
		this.semaphore.release();
		assertThatIllegalStateException().isThrownBy(this.semaphore::release);
		assertThat(this.semaphore.available()).isEqualTo(3);
	}

	@Test
	void shouldHaveMorePermitsThanAtTheBeginningIfNotBounded() throws Exception {
		NamedSemaphore signal = NamedSemaphore.builder("signal").permits(0).bounded(false).build();
		signal.release(3);
		assertThat(signal.available()).isEqualTo(3);
		signal.acquire(2);
		assertThat(signal.snapshot().unattributed()).isZero();
		signal.release(Integer.MAX_VALUE - 1);
		assertThatIllegalStateException().isThrownBy(signal::release);
	}

	@EachRacers
	void shouldWakeAsManyAsPermitsAreReleased(Racers racers) throws Exception {
		NamedSemaphore signal = NamedSemaphore.builder("signal").permits(0).bounded(false).build();
		CompletableFuture<?>[] acquired = new CompletableFuture<?>[3];
		for (int i = 0; i < acquired.length; i++) {
			acquired[i] = worker(racers, "worker-" + i).run(signal::acquire);
			awaitWaiters(signal, i + 1);
		}
		signal.release(2);
		get(acquired[0]);
		get(acquired[1]);
		assertThat(acquired[2]).isNotDone();
		assertThat(signal.waiters()).extracting(WaiterSnapshot::thread).containsExactly("worker-2");
	}

	@EachRacers
	void shouldBeInterruptibleWhileWaiting(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		this.single.acquire();
		CompletableFuture<Void> acquiring = waiter.run(this.single::acquire);
		awaitWaiters(this.single, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(acquiring));
		CompletableFuture<Boolean> timed = waiter.call(() -> this.single.tryAcquire(Duration.ofMinutes(1)));
		awaitWaiters(this.single, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(timed));
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> waiter.does(() -> {
			Thread.currentThread().interrupt();
			this.single.acquire();
		}));
		this.single.release();
		assertThat(this.single.available()).isEqualTo(1);
		assertThat(this.single.waiters()).isEmpty();
	}

	@EachRacers
	void shouldBeInterruptibleInEachWayOfWaiting(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		this.semaphore.acquire(2);
		for (Action wait : List.<Action>of(() -> this.semaphore.acquire(2),
				() -> this.semaphore.tryAcquire(2, Duration.ofMinutes(1)))) {
			assertInterruptible(waiter, this.semaphore, wait);
			assertThat(this.semaphore.available()).isEqualTo(1);
		}
		this.single.acquire();
		for (Action wait : List.<Action>of(this.single::hold, () -> this.single.hold(Duration.ofMinutes(1)))) {
			assertInterruptible(waiter, this.single, wait);
			assertThat(this.single.available()).isZero();
		}
	}

	private void assertInterruptible(Worker waiter, NamedSemaphore semaphore, Action wait) throws Exception {
		CompletableFuture<Void> waiting = waiter.run(wait);
		awaitWaiters(semaphore, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(waiting));
		assertThat(semaphore.waiters()).isEmpty();
	}

	@EachRacers
	void shouldWaitWithoutEndForAnEndlessTimeout(Racers racers) throws Exception {
		this.single.acquire();
		CompletableFuture<Boolean> acquired = worker(racers, "waiter")
			.call(() -> this.single.tryAcquire(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)));
		awaitWaiters(this.single, 1);
		this.single.release();
		assertThat(get(acquired)).isTrue();
	}

	@EachRacers
	void shouldTryForATime(Racers racers) throws Exception {
		worker(racers, "holder").does(this.single::acquire);
		assertThat(this.single.tryAcquire()).isFalse();
		assertThat(this.single.tryAcquire(Duration.ZERO)).isFalse();
		assertThat(this.single.snapshot().waits().begun()).isZero();
		assertThat(this.single.tryAcquire(Duration.ofMillis(2))).isFalse();
		assertThat(this.single.snapshot().waits().timedOut()).isEqualTo(1);
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> this.single.hold(Duration.ofMillis(1)))
			.withMessageContaining("'single'");
		this.single.release();
		try (Hold hold = this.single.hold(Duration.ZERO)) {
			assertThat(this.single.available()).isZero();
		}
		assertThat(this.single.available()).isEqualTo(1);
	}

	@Test
	void shouldRefuseNumbersThatMakeNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.semaphore.acquire(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.semaphore.release(0))
			.withMessage("'permits' must be at least 1 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> this.semaphore.acquire(4))
			.withMessage("'permits' must not be more than the 3 of semaphore 'smtp' but is 4");
		assertThatIllegalArgumentException().isThrownBy(() -> this.semaphore.tryAcquire(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> NamedSemaphore.builder("x").permits(-1).build());
		assertThatIllegalArgumentException().isThrownBy(() -> NamedSemaphore.builder("x").permits(0).build())
			.withMessageContaining("must not be bounded");
		assertThat(this.semaphore.available()).isEqualTo(3);
	}

}
