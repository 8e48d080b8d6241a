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

package io.heddle.process;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.heddle.executor.TaskLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for results whose {@code readObject} takes long, or for ever, in the parent.
 */
class SlowResultTests extends AbstractProcessPoolTests {

	private static volatile CountDownLatch reading = new CountDownLatch(1);

	private static volatile CountDownLatch interrupted = new CountDownLatch(1);

	@AfterEach
	void reset() {
		reading = new CountDownLatch(1);
		interrupted = new CountDownLatch(1);
	}

	@Test
	void shouldEndFutureByTimeoutWhileResultIsRead() throws Exception {
		ProcessPool pool = build(
				(builder) -> builder.size(2).limits(new TaskLimits(null, Duration.ofSeconds(1), null)));
		CompletableFuture<Hanging> future = pool.submit(() -> new Hanging());
		reading.await();
		assertThat(pool.running()).singleElement()
			.satisfies((task) -> assertThat(task.stack().toString()).contains("Hanging.readObject"));
		assertThat(pool.submit(() -> 1).get(5, TimeUnit.SECONDS)).isOne();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(20, TimeUnit.SECONDS))
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(pool.poolSnapshot().crashed()).isZero();
		assertThat(pool.running()).isEmpty();
	}

	@Test
	void shouldKeepTimeOfWaiterWhoseOwnResultIsRead() {
		ProcessPool pool = build();
		CompletableFuture<Hanging> future = pool.submit(() -> new Hanging());
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(500, TimeUnit.MILLISECONDS));
		assertThat(future.cancel(true)).isTrue();
		await().until(() -> pool.running().isEmpty());
	}

	@Test
	void shouldLetWaiterGoWhenTaskWhoseResultItReadsIsCancelled() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<Hanging> future = pool.submit(() -> new Hanging());
		CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> {
			await().atMost(Duration.ofSeconds(20)).until(() -> reading.getCount() == 0);
			return pool.cancel(pool.running().get(0).id());
		});
		assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
		assertThat(cancelled.get()).isTrue();
		assertThat(Thread.interrupted()).isFalse();
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldEndWithoutResultThatIsReadForEver() throws Exception {
		for (int how = 0; how < 3; how++) {
			ProcessPool pool = build();
			CompletableFuture<Hanging> future = pool.submit(() -> new Hanging());
			reading.await();
			pool.shutdown();
			assertThat(pool.awaitTermination(200, TimeUnit.MILLISECONDS)).isFalse();
			switch (how) {
				case 0 -> pool.shutdownNow();
				case 1 -> pool.terminateWorkers();
				default -> pool.killWorkers();
			}
			assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
			assertThat(future).isCancelled();
			reset();
		}
	}

	@Test
	void shouldFinishReadingBeforeTheEnd() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<Slow> future = pool.submit(() -> new Slow());
		pool.shutdown();
		assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(future).isCompleted();
	}

	/**
	 * Hangs when it is read in the parent.
	 */
	private static final class Hanging implements Serializable {

		private static final long serialVersionUID = 1L;

		private void readObject(ObjectInputStream in) throws IOException {
			reading.countDown();
			CountDownLatch interruption = interrupted;
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interruption.countDown();
				throw new IOException(ex);
			}
		}

	}

	/**
	 * Takes a while when it is read in the parent.
	 */
	private static final class Slow implements Serializable {

		private static final long serialVersionUID = 1L;

		private void readObject(ObjectInputStream in) throws IOException {
			try {
				new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

	}

}
