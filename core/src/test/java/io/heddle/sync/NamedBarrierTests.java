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

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link NamedBarrier}.
 */
class NamedBarrierTests extends AbstractSyncTests {

	private final RecordingListener listener = new RecordingListener();

	private final NamedBarrier barrier = NamedBarrier.builder("cutover", 3).listener(this.listener).build();

	@EachRacers
	void shouldTellWhoWaitsAndHowManyAreMissing(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		CompletableFuture<Integer> second = arrive(racers, "second", 2);
		BarrierSnapshot snapshot = this.barrier.snapshot();
		assertThat(snapshot.parties()).isEqualTo(3);
		assertThat(snapshot.waiting()).extracting(WaiterSnapshot::thread).containsExactly("first", "second");
		assertThat(snapshot.waiting()).allMatch((waiter) -> waiter.virtual() == (racers == Racers.VIRTUAL));
		assertThat(snapshot.missing()).isEqualTo(1);
		assertThat(snapshot.broken()).isFalse();
		assertThat(snapshot.generation()).isZero();
		assertThat(this.barrier.await()).isZero();
		assertThat(get(first)).isEqualTo(2);
		assertThat(get(second)).isEqualTo(1);
		snapshot = this.barrier.snapshot();
		assertThat(snapshot.waiting()).isEmpty();
		assertThat(snapshot.missing()).isEqualTo(3);
		assertThat(snapshot.generation()).isEqualTo(1);
		assertThat(snapshot.waits().ended()).isEqualTo(2);
	}

	@EachRacers
	void shouldBreakForAllWhenAbortedUntilItIsReset(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		CompletableFuture<Integer> second = arrive(racers, "second", 2);
		this.barrier.abort();
		this.barrier.abort();
		assertBroken(first, "aborted it");
		assertBroken(second, "aborted it");
		assertThat(this.barrier.isBroken()).isTrue();
		assertThat(this.barrier.waiting()).isZero();
		assertThat(this.barrier.snapshot().brokenBy()).contains("aborted it");
		assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(this.barrier::await)
			.withMessageContaining("'cutover'");
		assertThat(this.listener.messages).filteredOn((message) -> message.startsWith("broken")).hasSize(1);
		this.barrier.reset();
		assertThat(this.barrier.isBroken()).isFalse();
		assertPasses(racers);
	}

	@EachRacers
	void shouldEjectWhoWaitsWhenReset(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		this.barrier.reset();
		assertBroken(first, "reset it");
		assertThat(this.barrier.isBroken()).isFalse();
		assertThat(this.barrier.snapshot().generation()).isEqualTo(1);
		this.barrier.reset();
		assertThat(this.barrier.snapshot().generation()).isEqualTo(1);
		assertPasses(racers);
	}

	@EachRacers
	void shouldBreakForAllAtATimeout(Racers racers) throws Exception {
		CompletableFuture<Integer> patient = arrive(racers, "patient", 1);
		CompletableFuture<Integer> impatient = worker(racers, "impatient")
			.call(() -> this.barrier.await(Duration.ofMillis(20)));
		assertBroken(impatient, "thread 'impatient' did not want to wait any longer when 2 of 3 had arrived");
		assertBroken(patient, "impatient");
		assertThat(this.barrier.isBroken()).isTrue();
		assertThat(this.barrier.snapshot().waits().timedOut()).isEqualTo(1);
	}

	@EachRacers
	void shouldHaveATimeoutOfItsOwn(Racers racers) throws Exception {
		NamedBarrier timed = NamedBarrier.builder("timed", 2).timeout(Duration.ofMillis(5)).build();
		assertThat(timed.timeout()).isEqualTo(Duration.ofMillis(5));
		assertBroken(worker(racers, "alone").call(timed::await), "alone");
		timed.reset();
		CompletableFuture<Integer> other = worker(racers, "other").call(() -> timed.await(Duration.ofMinutes(1)));
		awaitWaiters(timed, 1);
		assertThat(timed.await()).isZero();
		assertThat(get(other)).isEqualTo(1);
	}

	@Test
	void shouldNeverWaitForNoTime() throws Exception {
		assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(() -> this.barrier.await(Duration.ZERO));
		assertThat(this.barrier.isBroken()).isTrue();
		assertThat(NamedBarrier.builder("alone", 1).build().await(Duration.ZERO)).isZero();
	}

	@EachRacers
	void shouldBreakForAllWhenOneIsInterrupted(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		Worker second = worker(racers, "second");
		CompletableFuture<Integer> interrupted = second.call(this.barrier::await);
		awaitWaiters(this.barrier, 2);
		second.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(interrupted));
		assertBroken(first, "thread 'second' was interrupted");
	}

	@EachRacers
	void shouldBreakForAllWhenOneThatWaitsForATimeIsInterrupted(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		Worker second = worker(racers, "second");
		CompletableFuture<Integer> interrupted = second.call(() -> this.barrier.await(Duration.ofMinutes(1)));
		awaitWaiters(this.barrier, 2);
		second.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(interrupted));
		assertBroken(first, "thread 'second' was interrupted");
	}

	@EachRacers
	void shouldBreakForAllWhenOneComesInterrupted(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first", 1);
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> worker(racers, "second").does(() -> {
			Thread.currentThread().interrupt();
			this.barrier.await();
		}));
		assertBroken(first, "thread 'second' was interrupted");
	}

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
		CountDownLatch hanging = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(hanging)).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		CompletableFuture<Integer> actor = worker(racers, "actor").call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		CompletableFuture<Integer> next = worker(racers, "next").call(acting::await);
		awaitWaiters(acting, 2);
		assertThat(acting.waiting()).isEqualTo(1);
		acting.abort();
		assertBroken(waiter, "aborted it");
		assertBroken(next, "aborted it");
		hanging.countDown();
		assertBroken(actor, "aborted it");
	}

	@EachRacers
	void shouldFreeThemAllWhenItIsResetWhileItsActionHangs(Racers racers) throws Exception {
		CountDownLatch hanging = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(hanging)).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		CompletableFuture<Integer> actor = worker(racers, "actor").call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		CompletableFuture<Integer> next = worker(racers, "next").call(acting::await);
		awaitWaiters(acting, 2);
		acting.reset();
		assertBroken(waiter, "reset it");
		assertBroken(next, "reset it");
		hanging.countDown();
		assertBroken(actor, "reset it");
		assertThat(acting.isBroken()).isFalse();
		CompletableFuture<Integer> again = worker(racers, "again").call(acting::await);
		awaitWaiters(acting, 1);
		assertThat(acting.await()).isZero();
		assertThat(get(again)).isEqualTo(1);
	}

	@EachRacers
	void shouldNotBreakAtATimeoutOnceAllHaveArrived(Racers racers) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(running)).build();
		Worker waiter = worker(racers, "waiter");
		Worker last = worker(racers, "actor");
		CompletableFuture<Integer> index = waiter.call(() -> acting.await(Duration.ofSeconds(1)));
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> acting.waiting() == 1);
		CompletableFuture<Integer> actor = last.call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		// it waits on, but not for a time any more
		await().until(() -> waiter.thread().getState() == Thread.State.WAITING);
		running.countDown();
		assertThat(get(index)).isEqualTo(1);
		assertThat(get(actor)).isZero();
		assertThat(acting.isBroken()).isFalse();
		assertThat(acting.snapshot().waits().timedOut()).isZero();
	}

	@EachRacers
	void shouldKeepAnInterruptForLaterOnceAllHaveArrived(Racers racers) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 3).action(() -> awaitUninterrupted(running)).build();
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
		running.countDown();
		assertThat(get(ends.get(0))).isEqualTo("2 true");
		assertThat(get(ends.get(1))).isEqualTo("1 true");
		assertThat(get(actor)).isZero();
		assertThat(acting.isBroken()).isFalse();
	}

	@EachRacers
	void shouldNotBreakForThoseBeforeByOneWhoComesWhileItsActionRuns(Racers racers) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(running)).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		CompletableFuture<Integer> actor = worker(racers, "actor").call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		CompletableFuture<Integer> impatient = worker(racers, "impatient").call(() -> acting.await(Duration.ZERO));
		awaitWaiters(acting, 2);
		running.countDown();
		assertThat(get(waiter)).isEqualTo(1);
		assertThat(get(actor)).isZero();
		assertBroken(impatient, "thread 'impatient' did not want to wait any longer when 1 of 2 had arrived");
		assertThat(acting.snapshot().generation()).isEqualTo(1);
		assertThat(acting.isBroken()).isTrue();
	}

	@EachRacers
	void shouldNotBreakForThoseBeforeByOneWhoIsInterruptedWhileItsActionRuns(Racers racers) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(running)).build();
		CompletableFuture<Integer> waiter = worker(racers, "waiter").call(acting::await);
		awaitWaiters(acting, 1);
		CompletableFuture<Integer> actor = worker(racers, "actor").call(acting::await);
		await().until(() -> acting.snapshot().missing() == 0);
		Worker late = worker(racers, "late");
		CompletableFuture<Integer> interrupted = late.call(acting::await);
		awaitWaiters(acting, 2);
		late.interrupt();
		CompletableFuture<Integer> comesInterrupted = worker(racers, "comes interrupted").call(() -> {
			Thread.currentThread().interrupt();
			return acting.await();
		});
		awaitWaiters(acting, 3);
		running.countDown();
		assertThat(get(waiter)).isEqualTo(1);
		assertThat(get(actor)).isZero();
		// the first one of them breaks it for the other
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> get(interrupted))
			.isInstanceOfAny(InterruptedException.class, BrokenBarrierException.class);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> get(comesInterrupted))
			.isInstanceOfAny(InterruptedException.class, BrokenBarrierException.class);
		assertThat(acting.snapshot().generation()).isEqualTo(1);
		assertThat(acting.snapshot().brokenBy()).contains("was interrupted");
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
	void shouldWorkAgainWhenResetAfterATimeout(Racers racers) throws Exception {
		CompletableFuture<Integer> patient = arrive(racers, "patient", 1);
		assertThatExceptionOfType(BrokenBarrierException.class)
			.isThrownBy(() -> this.barrier.await(Duration.ofMillis(1)));
		assertBroken(patient, "did not want to wait any longer");
		this.barrier.reset();
		assertPasses(racers);
	}

	@EachRacers
	void shouldWaitWithoutEndForAnEndlessTimeout(Racers racers) throws Exception {
		CompletableFuture<Integer> first = worker(racers, "first")
			.call(() -> this.barrier.await(Duration.ofSeconds(Long.MAX_VALUE)));
		awaitWaiters(this.barrier, 1);
		CompletableFuture<Integer> second = worker(racers, "second")
			.call(() -> this.barrier.await(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)));
		awaitWaiters(this.barrier, 2);
		assertThat(this.barrier.await(Duration.ofNanos(Long.MAX_VALUE))).isZero();
		assertThat(get(first)).isEqualTo(2);
		assertThat(get(second)).isEqualTo(1);
	}

	@EachRacers
	void shouldLetTheNextOnesWaitWhileItsActionRuns(Racers racers) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		NamedBarrier acting = NamedBarrier.builder("acting", 2).action(() -> awaitUninterrupted(running)).build();
		List<CompletableFuture<Integer>> arrivals = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			arrivals.add(worker(racers, "party-" + i).call(acting::await));
		}
		await().until(() -> acting.waiters().size() == 3);
		running.countDown();
		for (CompletableFuture<Integer> arrival : arrivals) {
			assertThat(get(arrival)).isBetween(0, 1);
		}
		assertThat(acting.snapshot().generation()).isEqualTo(2);
	}

	@EachRacers
	void shouldBePassedThousandsOfTimes(Racers racers) throws Exception {
		int rounds = 5000;
		AtomicInteger sum = new AtomicInteger();
		List<CompletableFuture<Void>> parties = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			parties.add(worker(racers, "party-" + i).run(() -> {
				for (int round = 0; round < rounds; round++) {
					sum.addAndGet(this.barrier.await());
				}
			}));
		}
		for (CompletableFuture<Void> party : parties) {
			get(party);
		}
		assertThat(sum).hasValue(rounds * 3);
		assertThat(this.barrier.snapshot().generation()).isEqualTo(rounds);
	}

	@Test
	void shouldRefuseBadArguments() {
		assertThatIllegalArgumentException().isThrownBy(() -> NamedBarrier.builder("x", 0).build())
			.withMessage("'parties' must be at least 1 but is 0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedBarrier.builder("x", 1).timeout(Duration.ZERO).build());
		assertThatIllegalArgumentException().isThrownBy(() -> this.barrier.await(Duration.ofSeconds(-1)));
		assertThat(this.barrier.isBroken()).isFalse();
	}

	private CompletableFuture<Integer> arrive(Racers racers, String name, int waiters) {
		CompletableFuture<Integer> index = worker(racers, name).call(this.barrier::await);
		awaitWaiters(this.barrier, waiters);
		return index;
	}

	private void assertPasses(Racers racers) throws Exception {
		CompletableFuture<Integer> first = arrive(racers, "first again", 1);
		CompletableFuture<Integer> second = arrive(racers, "second again", 2);
		assertThat(this.barrier.await()).isZero();
		assertThat(get(first)).isEqualTo(2);
		assertThat(get(second)).isEqualTo(1);
	}

	private static void assertBroken(CompletableFuture<Integer> waiter, String reason) {
		assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(() -> get(waiter))
			.withMessageContaining(reason);
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
