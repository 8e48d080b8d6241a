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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a {@link NamedBarrier} with an action.
 */
class NamedBarrierActionTests extends AbstractSyncTests {

	private final CountDownLatch ending = new CountDownLatch(1);

	private final NamedBarrier acting = NamedBarrier.builder("acting", 2).action(this::awaitEnd).build();

	private CompletableFuture<Integer> waiter;

	private CompletableFuture<Integer> actor;

	@EachRacers
	void shouldRunItsActionBeforeAnybodyGoesOn(Racers racers) throws Exception {
		AtomicInteger runs = new AtomicInteger();
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(runs::incrementAndGet).build();
		CompletableFuture<Integer> seen = worker(racers, "waiter").call(() -> {
			acting.await();
			return runs.get();
		});
		acting.await();
		assertThat(get(seen)).isEqualTo(1);
	}

	@EachRacers
	void shouldBreakWhenItsActionThrows(Racers racers) throws Exception {
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> {
			throw new IllegalStateException("not ready");
		}).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		assertThatIllegalStateException().isThrownBy(acting::await).withMessage("not ready");
		assertBroken(waiter, "its action failed: java.lang.IllegalStateException: not ready");
		assertThat(acting.isBroken()).isTrue();
	}

	@EachRacers
	void shouldFreeThemAllWhenItsActionHangs(Racers racers) throws Exception {
		startAction(racers);
		CompletableFuture<Integer> next = worker(racers, "next").call(this.acting::await);
		awaitWaiters(this.acting, 2);
		assertThat(this.acting.waiting()).isEqualTo(1);
		this.acting.abort();
		assertBroken(this.waiter, "aborted it");
		assertBroken(next, "aborted it");
		this.ending.countDown();
		assertBroken(this.actor, "aborted it");
	}

	@EachRacers
	void shouldFreeThemAllWhenItIsResetWhileItsActionHangs(Racers racers) throws Exception {
		startAction(racers);
		CompletableFuture<Integer> next = worker(racers, "next").call(this.acting::await);
		awaitWaiters(this.acting, 2);
		this.acting.reset();
		assertBroken(this.waiter, "reset it");
		assertBroken(next, "reset it");
		this.ending.countDown();
		assertBroken(this.actor, "reset it");
		assertThat(this.acting.isBroken()).isFalse();
		CompletableFuture<Integer> again = worker(racers, "again").call(this.acting::await);
		awaitWaiters(this.acting, 1);
		assertThat(this.acting.await()).isZero();
		assertThat(get(again)).isEqualTo(1);
	}

	@EachRacers
	void shouldNotBreakAtATimeoutOnceAllHaveArrived(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		Worker last = worker(racers, "actor");
		CompletableFuture<Integer> index = waiter.call(() -> this.acting.await(Duration.ofSeconds(1)));
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> this.acting.waiting() == 1);
		CompletableFuture<Integer> actor = last.call(this.acting::await);
		await().until(() -> this.acting.snapshot().missing() == 0);
		// it waits on, but not for a time any more
		await().until(() -> waiter.thread().getState() == Thread.State.WAITING);
		this.ending.countDown();
		assertThat(get(index)).isEqualTo(1);
		assertThat(get(actor)).isZero();
		assertThat(this.acting.isBroken()).isFalse();
		assertThat(this.acting.snapshot().waits().timedOut()).isZero();
	}

	@EachRacers
	void shouldKeepAnInterruptForLaterOnceAllHaveArrived(Racers racers) throws Exception {
		NamedBarrier acting = NamedBarrier.builder("acting", 3).action(this::awaitEnd).build();
		List<Worker> waiters = List.of(worker(racers, "untimed"), worker(racers, "timed"));
		List<CompletableFuture<String>> ends = new ArrayList<>();
		ends.add(waiters.get(0).call(() -> acting.await() + " " + Thread.interrupted()));
		awaitWaiters(acting, 1);
		ends.add(waiters.get(1).call(() -> acting.await(Duration.ofMinutes(1)) + " " + Thread.interrupted()));
		awaitWaiters(acting, 2);
		CompletableFuture<Integer> actor = worker(racers, "actor").call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		for (Worker waiter : waiters) {
			for (int i = 0; i < 3; i++) {
				waiter.interrupt();
				await().until(() -> !waiter.thread().isInterrupted());
			}
		}
		assertThat(acting.waiters()).hasSize(2);
		this.ending.countDown();
		assertThat(get(ends.get(0))).isEqualTo("2 true");
		assertThat(get(ends.get(1))).isEqualTo("1 true");
		assertThat(get(actor)).isZero();
		assertThat(acting.isBroken()).isFalse();
	}

	@EachRacers
	void shouldNotBreakForThoseBeforeByOneWhoComesWhileItsActionRuns(Racers racers) throws Exception {
		startAction(racers);
		CompletableFuture<Integer> impatient = worker(racers, "impatient").call(() -> this.acting.await(Duration.ZERO));
		awaitWaiters(this.acting, 2);
		this.ending.countDown();
		assertThat(get(this.waiter)).isEqualTo(1);
		assertThat(get(this.actor)).isZero();
		assertBroken(impatient, "thread 'impatient' did not want to wait any longer when 1 of 2 had arrived");
		assertThat(this.acting.snapshot().generation()).isEqualTo(1);
		assertThat(this.acting.isBroken()).isTrue();
	}

	@EachRacers
	void shouldNotBreakForThoseBeforeByOneWhoIsInterruptedWhileItsActionRuns(Racers racers) throws Exception {
		startAction(racers);
		Worker late = worker(racers, "late");
		CompletableFuture<Integer> interrupted = late.call(this.acting::await);
		awaitWaiters(this.acting, 2);
		late.interrupt();
		CompletableFuture<Integer> comesInterrupted = worker(racers, "comes interrupted").call(() -> {
			Thread.currentThread().interrupt();
			return this.acting.await();
		});
		awaitWaiters(this.acting, 3);
		this.ending.countDown();
		assertThat(get(this.waiter)).isEqualTo(1);
		assertThat(get(this.actor)).isZero();
		// the first one of them breaks it for the other
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> get(interrupted))
			.isInstanceOfAny(InterruptedException.class, BrokenBarrierException.class);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> get(comesInterrupted))
			.isInstanceOfAny(InterruptedException.class, BrokenBarrierException.class);
		assertThat(this.acting.snapshot().generation()).isEqualTo(1);
		assertThat(this.acting.snapshot().brokenBy()).contains("was interrupted");
	}

	@EachRacers
	void shouldWorkAgainWhenResetAfterItsActionHasThrown(Racers racers) throws Exception {
		AtomicInteger runs = new AtomicInteger();
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> {
			if (runs.incrementAndGet() == 1) {
				throw new IllegalStateException("not ready");
			}
		}).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		assertThatIllegalStateException().isThrownBy(acting::await);
		assertBroken(waiter, "not ready");
		acting.reset();
		assertThat(acting.isBroken()).isFalse();
		CompletableFuture<Integer> again = worker(racers, "again").call(acting::await);
		awaitWaiters(acting, 1);
		assertThat(acting.await()).isZero();
		assertThat(get(again)).isEqualTo(1);
		assertThat(runs).hasValue(2);
	}

	@EachRacers
	void shouldLetTheNextOnesWaitWhileItsActionRuns(Racers racers) throws Exception {
		List<CompletableFuture<Integer>> arrivals = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			arrivals.add(worker(racers, "party-" + i).call(this.acting::await));
		}
		await().until(() -> this.acting.waiters().size() == 3);
		this.ending.countDown();
		for (CompletableFuture<Integer> arrival : arrivals) {
			assertThat(get(arrival)).isBetween(0, 1);
		}
		assertThat(this.acting.snapshot().generation()).isEqualTo(2);
	}

	private void startAction(Racers racers) {
		this.waiter = worker(racers, "waiter").call(this.acting::await);
		awaitWaiters(this.acting, 1);
		this.actor = worker(racers, "actor").call(this.acting::await);
		await().until(() -> this.acting.snapshot().missing() == 0);
	}

	private void awaitEnd() {
		try {
			this.ending.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
