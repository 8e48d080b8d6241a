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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.heddle.race.AbstractRaceTests;
import io.heddle.race.EachRacers;
import io.heddle.race.Race;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Timer}.
 */
class TimerTests extends AbstractRaceTests {

	private final AtomicInteger fired = new AtomicInteger();

	@Test
	void shouldFireOnceAfterItsDelay() throws Exception {
		long start = System.nanoTime();
		Timer timer = Timer.of("tick", Duration.ofMillis(20), this.fired::incrementAndGet).start();
		timer.join();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
		assertThat(this.fired).hasValue(1);
		assertThat(timer.hasFired()).isTrue();
		assertThat(timer.cancel()).isFalse();
		assertThat(timer.isCancelled()).isFalse();
	}

	@Test
	void shouldBeCancelledUntilItFires() throws Exception {
		Timer timer = Timer.of("tick", Duration.ofMinutes(1), this.fired::incrementAndGet).start();
		assertThat(timer.join(Duration.ofMillis(2))).isFalse();
		assertThat(timer.cancel()).isTrue();
		assertThat(timer.cancel()).isTrue();
		timer.join();
		assertThat(timer.isCancelled()).isTrue();
		assertThat(this.fired).hasValue(0);
	}

	@Test
	void shouldNotFireIfCancelledBeforeItsStart() throws Exception {
		Timer timer = Timer.of("tick", Duration.ZERO, this.fired::incrementAndGet);
		assertThat(timer.cancel()).isTrue();
		timer.start();
		assertThat(timer.join(Duration.ofSeconds(5))).isTrue();
		assertThat(this.fired).hasValue(0);
	}

	@EachRacers
	void shouldFireOrBeCancelled(Racers racers) {
		Race.on(() -> {
			AtomicInteger fired = new AtomicInteger();
			return new Object[] { Timer.of("tick", Duration.ofNanos(30_000), fired::incrementAndGet).start(), fired };
		}).actor((timer) -> ((Timer) timer[0]).cancel()).actor((timer) -> {
			((Timer) timer[0]).join();
			return null;
		}).arbiter((timer) -> ((AtomicInteger) timer[1]).get()).allow("true,0", "false,1").run(racers, duration());
	}

	@Test
	void shouldNotBeStartedTwice() {
		Timer timer = Timer.of("tick", Duration.ofMinutes(1), this.fired::incrementAndGet).start();
		assertThatIllegalStateException().isThrownBy(timer::start).withMessageContaining("'tick'");
		timer.cancel();
		assertThatIllegalStateException().isThrownBy(timer::start);
	}

	@Test
	void shouldNotBeJoinedBeforeItsStartOrByItself() throws Exception {
		AtomicReference<Timer> self = new AtomicReference<>();
		CompletableFuture<Boolean> joined = new CompletableFuture<>();
		Timer timer = Timer.of("tick", Duration.ZERO, () -> {
			try {
				joined.complete(self.get().join(Duration.ofSeconds(1)));
			}
			catch (Exception ex) {
				joined.completeExceptionally(ex);
			}
		});
		self.set(timer);
		assertThatIllegalStateException().isThrownBy(timer::join);
		timer.start();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> joined.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void shouldBeJoinedInterruptibly() throws Exception {
		Timer timer = Timer.of("tick", Duration.ofMinutes(1), this.fired::incrementAndGet).start();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(timer::join);
		timer.cancel();
	}

	@Test
	void shouldLeaveWhatTheActionThrowsToTheHandlerOfItsThread() throws Exception {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		CountDownLatch handled = new CountDownLatch(1);
		Timer timer = Timer.of("tick", Duration.ZERO, () -> {
			throw new IllegalStateException("expected by this test");
		}, (target) -> {
			Thread thread = new Thread(target, "tick");
			thread.setUncaughtExceptionHandler((one, ex) -> {
				thrown.set(ex);
				handled.countDown();
			});
			return thread;
		}).start();
		timer.join();
		assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(thrown.get()).hasMessage("expected by this test");
	}

	@Test
	void shouldLogWhatTheActionThrows() throws Exception {
		Logger logger = (Logger) LoggerFactory.getLogger(Timer.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		try {
			Timer.of("tick", Duration.ZERO, () -> {
				throw new IllegalStateException("expected by this test");
			}).start().join();
			assertThat(log.list).singleElement().satisfies((event) -> {
				assertThat(event.getLevel()).isEqualTo(Level.ERROR);
				assertThat(event.getFormattedMessage())
					.isEqualTo("Action 'io.heddle.sync.TimerTests (lambda)' of timer 'tick' failed in thread 'tick'");
				assertThat(event.getThrowableProxy().getMessage()).isEqualTo("expected by this test");
			});
		}
		finally {
			logger.detachAppender(log);
		}
	}

	@EachRacers
	void shouldFireInAThreadOfItsFactory(Racers racers) throws Exception {
		AtomicReference<Thread> thread = new AtomicReference<>();
		Timer timer = Timer
			.of("tick", Duration.ofMillis(1), () -> thread.set(Thread.currentThread()),
					(target) -> racers.unstarted("of the factory", target))
			.start();
		timer.join();
		assertThat(thread.get().getName()).isEqualTo("of the factory");
		assertThat(ThreadKinds.isVirtual(thread.get())).isEqualTo(racers == Racers.VIRTUAL);
		assertThat(timer.hasFired()).isTrue();
		assertThat(timer.join(Duration.ZERO)).isTrue();
	}

	@EachRacers
	void shouldBeCancelledInAThreadOfItsFactory(Racers racers) throws Exception {
		Timer timer = Timer
			.of("tick", Duration.ofMinutes(1), this.fired::incrementAndGet,
					(target) -> racers.unstarted("of the factory", target))
			.start();
		assertThat(timer.cancel()).isTrue();
		assertThat(timer.join(Duration.ofSeconds(10))).isTrue();
		assertThat(this.fired).hasValue(0);
	}

	@EachRacers
	void shouldBeCancelledByAnInterruptOfItsThread(Racers racers) throws Exception {
		AtomicReference<Thread> thread = new AtomicReference<>();
		Timer timer = Timer.of("tick", Duration.ofMinutes(1), this.fired::incrementAndGet, (target) -> {
			thread.set(racers.unstarted("of the factory", target));
			return thread.get();
		}).start();
		thread.get().interrupt();
		assertThat(timer.join(Duration.ofSeconds(10))).isTrue();
		assertThat(timer.isCancelled()).isTrue();
		assertThat(this.fired).hasValue(0);
	}

	@Test
	void shouldBeCancelledIfItsThreadCannotBeStarted() throws Exception {
		Timer timer = Timer.of("tick", Duration.ZERO, this.fired::incrementAndGet, (target) -> new Thread(target) {
			@Override
			public synchronized void start() {
				throw new OutOfMemoryError("expected by this test");
			}
		});
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(timer::start);
		assertThat(timer.isCancelled()).isTrue();
		assertThat(timer).hasToString("Timer 'tick' [cancelled]");
		assertThat(timer.join(Duration.ofSeconds(10))).isTrue();
		assertThat(this.fired).hasValue(0);
	}

	@Test
	void shouldRefuseANegativeDelay() {
		assertThatIllegalArgumentException().isThrownBy(() -> Timer.of("tick", Duration.ofSeconds(-1), () -> {
		}));
	}

}
