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
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link NamedEvent}.
 */
class NamedEventTests extends AbstractSyncTests {

	private final NamedEvent event = NamedEvent.builder("warmed-up").build();

	@Test
	void shouldBeSetAndCleared() throws Exception {
		assertThat(this.event.isSet()).isFalse();
		this.event.set();
		this.event.set();
		assertThat(this.event.isSet()).isTrue();
		this.event.await();
		assertThat(this.event.await(Duration.ZERO)).isTrue();
		this.event.clear();
		this.event.clear();
		assertThat(this.event.isSet()).isFalse();
		assertThat(NamedEvent.builder("set").set(true).build().isSet()).isTrue();
	}

	@EachRacers
	void shouldWakeEveryoneWhoWaitsWhenSetAndClearedAtOnce(Racers racers) throws Exception {
		CompletableFuture<?>[] awaiting = new CompletableFuture<?>[5];
		for (int i = 0; i < awaiting.length; i++) {
			awaiting[i] = worker(racers, "waiter-" + i).run(this.event::await);
			awaitWaiters(this.event, i + 1);
		}
		assertThat(this.event.snapshot().waiters()).extracting(WaiterSnapshot::thread)
			.containsExactly("waiter-0", "waiter-1", "waiter-2", "waiter-3", "waiter-4");
		this.event.set();
		this.event.clear();
		assertThat(this.event.snapshot().waiters()).isEmpty();
		for (CompletableFuture<?> one : awaiting) {
			get(one);
		}
		assertThat(this.event.isSet()).isFalse();
		assertThat(this.event.snapshot().waits().ended()).isEqualTo(5);
	}

	@EachRacers
	void shouldLetNobodyWaitOnceClosed(Racers racers) throws Exception {
		CompletableFuture<?> waiting = worker(racers, "waiter").run(this.event::await);
		awaitWaiters(this.event, 1);
		this.event.close();
		this.event.close();
		assertThatIllegalStateException().isThrownBy(() -> get(waiting))
			.withMessageContaining("Event 'warmed-up' is closed");
		assertThat(this.event.isSet()).isFalse();
		assertThat(this.event.waiters()).isEmpty();
		assertThatIllegalStateException().isThrownBy(this.event::await);
		this.event.set();
		this.event.await();
		assertThat(this.event.isSet()).isTrue();
		this.event.clear();
		assertThatIllegalStateException().isThrownBy(() -> this.event.await(Duration.ofMinutes(1)));
	}

	@EachRacers
	void shouldLetNobodyPastAClose(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		for (int i = 0; i < 1000; i++) {
			NamedEvent event = NamedEvent.builder("round " + i).build();
			CompletableFuture<?> waiting = waiter.run(event::await);
			event.close();
			assertThatIllegalStateException().isThrownBy(() -> get(waiting));
		}
	}

	@EachRacers
	void shouldWaitForATime(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		assertThat(get(waiter.call(() -> this.event.await(Duration.ZERO)))).isFalse();
		assertThat(this.event.snapshot().waits().begun()).isZero();
		assertThat(get(waiter.call(() -> this.event.await(Duration.ofMillis(2))))).isFalse();
		assertThat(this.event.snapshot().waits().timedOut()).isEqualTo(1);
		CompletableFuture<Boolean> set = waiter.call(() -> this.event.await(Duration.ofMinutes(1)));
		awaitWaiters(this.event, 1);
		this.event.set();
		assertThat(get(set)).isTrue();
	}

	@EachRacers
	void shouldWaitWithoutEndForAnEndlessTimeout(Racers racers) throws Exception {
		CompletableFuture<Boolean> set = worker(racers, "waiter")
			.call(() -> this.event.await(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)));
		awaitWaiters(this.event, 1);
		this.event.set();
		assertThat(get(set)).isTrue();
	}

	@Test
	void shouldRefuseANegativeTimeout() {
		this.event.set();
		assertThatIllegalArgumentException().isThrownBy(() -> this.event.await(Duration.ofSeconds(-1)));
	}

	@EachRacers
	void shouldBeInterruptibleWhileWaiting(Racers racers) throws Exception {
		Worker waiter = worker(racers, "waiter");
		CompletableFuture<Void> awaiting = waiter.run(this.event::await);
		awaitWaiters(this.event, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(awaiting));
		CompletableFuture<Boolean> timed = waiter.call(() -> this.event.await(Duration.ofMinutes(1)));
		awaitWaiters(this.event, 1);
		waiter.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(timed));
		assertThat(this.event.waiters()).isEmpty();
		assertThat(this.event.isSet()).isFalse();
	}

}
