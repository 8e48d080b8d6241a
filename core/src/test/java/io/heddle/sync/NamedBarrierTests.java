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
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

}
