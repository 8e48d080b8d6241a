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

package io.heddle.test.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.support.CronTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VirtualTaskScheduler}.
 */
@Timeout(60)
class VirtualTaskSchedulerTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final VirtualClock clock = VirtualClock.at(START);

	private final VirtualTaskScheduler scheduler = new VirtualTaskScheduler(this.clock);

	private final List<Instant> runs = new ArrayList<>();

	private final Runnable task = () -> this.runs.add(this.clock.instant());

	@AfterEach
	void shutDown() {
		this.scheduler.shutdown();
	}

	@Test
	void shouldRunByCron() {
		this.scheduler.schedule(this.task, new CronTrigger("0 30 */6 * * *"));
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.runs).extracting(Instant::toString)
			.containsExactly("2026-01-01T00:30:00Z", "2026-01-01T06:30:00Z", "2026-01-01T12:30:00Z",
					"2026-01-01T18:30:00Z");
	}

	@Test
	void shouldRunByCronInTheZoneOfTheClock() {
		ZoneId zone = ZoneId.of("Europe/Berlin");
		// the night without an hour from two to three
		VirtualClock clock = VirtualClock.at(ZonedDateTime.of(2026, 3, 28, 12, 0, 0, 0, zone).toInstant(), zone);
		VirtualTaskScheduler scheduler = new VirtualTaskScheduler(clock);
		scheduler.schedule(() -> this.runs.add(clock.instant()), new CronTrigger("0 0 1,3 * * *"));
		clock.advance(Duration.ofDays(1));
		assertThat(this.runs).extracting(Instant::toString)
			.containsExactly("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z");
	}

	@Test
	void shouldRunAtAFixedRateWhateverARunTakes() {
		this.scheduler.scheduleAtFixedRate(() -> {
			this.task.run();
			this.clock.advance(Duration.ofSeconds((this.runs.size() == 2) ? 25 : 1));
		}, Duration.ofSeconds(10));
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.runs).extracting((run) -> Duration.between(START, run).toSeconds())
			.containsExactly(0L, 10L, 35L, 36L, 40L, 50L, 60L);
	}

	@Test
	void shouldRunWithAFixedDelayFromTheEndOfARun() {
		this.scheduler.scheduleWithFixedDelay(() -> {
			this.task.run();
			this.clock.advance(Duration.ofSeconds(5));
		}, START.plusSeconds(1), Duration.ofSeconds(10));
		this.clock.advance(Duration.ofSeconds(40));
		assertThat(this.runs).extracting((run) -> Duration.between(START, run).toSeconds())
			.containsExactly(1L, 16L, 31L);
	}

	@Test
	void shouldKeepItsDelaysWhenTheClockJumps() {
		ScheduledFuture<?> once = this.scheduler.schedule(this.task, START.plusSeconds(30));
		this.scheduler.scheduleAtFixedRate(this.task, START.plusSeconds(10), Duration.ofSeconds(60));
		this.clock.jumpTo(START.minusSeconds(3_600));
		assertThat(once.getDelay(TimeUnit.SECONDS)).isEqualTo(30);
		this.clock.advance(Duration.ofSeconds(70));
		assertThat(this.runs).containsExactly(START.minusSeconds(3_590), START.minusSeconds(3_570),
				START.minusSeconds(3_530));
		this.clock.jumpTo(START.plusSeconds(3_600));
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(this.runs).hasSize(3);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.runs).hasSize(4).endsWith(START.plusSeconds(3_660));
	}

	@ParameterizedTest
	@ValueSource(longs = { -3_600, 0, 3_600 })
	void shouldLetAsMuchTimePassIfTheClockJumpsMeanwhile(long seconds) {
		this.scheduler.scheduleAtFixedRate(this.task, START.plusSeconds(60), Duration.ofMinutes(1));
		this.scheduler.schedule(() -> this.clock.jumpTo(this.clock.instant().plusSeconds(seconds)),
				START.plusSeconds(90));
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.runs).hasSize(10);
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(600 + seconds));
	}

	@Test
	void shouldAdvanceToATimeThatAJumpHasBroughtNearer() {
		this.scheduler.scheduleAtFixedRate(this.task, START.plusSeconds(60), Duration.ofMinutes(1));
		this.scheduler.schedule(() -> this.clock.jumpTo(this.clock.instant().plusSeconds(300)), START.plusSeconds(90));
		this.clock.advanceTo(START.plusSeconds(600));
		assertThat(this.runs).hasSize(5);
		assertThat(this.clock.instant()).isEqualTo(START.plusSeconds(600));
	}

	@Test
	void shouldReturnTheFirstResultOfMany() throws Exception {
		ExecutorService executor = this.scheduler.getScheduledExecutor();
		Callable<String> failing = () -> {
			throw new IllegalStateException("failed");
		};
		Callable<String> second = () -> "second";
		String result = executor.invokeAny(List.of(failing, second, failing));
		assertThat(result).isEqualTo("second");
		result = executor.invokeAny(List.of(second), 1, TimeUnit.SECONDS);
		assertThat(result).isEqualTo("second");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> executor.invokeAny(List.of(failing)))
			.withCauseInstanceOf(IllegalStateException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> executor.invokeAny(List.of()));
	}

	@Test
	void shouldRunOnceAtATime() throws Exception {
		ScheduledFuture<?> future = this.scheduler.schedule(this.task, START.plusSeconds(10));
		assertThat(future.getDelay(TimeUnit.SECONDS)).isEqualTo(10);
		this.clock.advance(Duration.ofSeconds(9));
		assertThat(future.isDone()).isFalse();
		this.clock.advance(Duration.ofDays(1));
		assertThat(future.isDone()).isTrue();
		assertThat(future.get()).isNull();
		assertThat(this.runs).containsExactly(START.plusSeconds(10));
	}

	@Test
	void shouldRunADayOfSecondsInOrder() {
		this.scheduler.scheduleAtFixedRate(this.task, Duration.ofSeconds(1));
		this.scheduler.scheduleAtFixedRate(this.task, Duration.ofMinutes(1));
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.runs).hasSize(86_401 + 1_441).isSorted();
	}

	@Test
	void shouldRunWhatIsExecutedWhenItsResultIsAwaited() throws Exception {
		assertThat(this.scheduler.submit(() -> "result").get()).isEqualTo("result");
		assertThat(this.scheduler.submit(() -> "result").get(1, TimeUnit.MINUTES)).isEqualTo("result");
		List<Callable<String>> tasks = List.of(() -> "one", () -> "two");
		assertThat(this.scheduler.getScheduledExecutor().invokeAll(tasks)).extracting(Future::get)
			.containsExactly("one", "two");
		this.scheduler.execute(this.task);
		assertThat(this.runs).isEmpty();
		this.clock.advance(Duration.ZERO);
		assertThat(this.runs).containsExactly(START);
	}

	@Test
	void shouldNotRunWhatIsCancelled() {
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(this.task, Duration.ofSeconds(10));
		this.clock.advance(Duration.ofSeconds(15));
		assertThat(future.cancel(false)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.runs).hasSize(2);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
	}

	@Test
	void shouldLetATaskCancelItself() {
		AtomicReference<ScheduledFuture<?>> future = new AtomicReference<>();
		future.set(this.scheduler.scheduleAtFixedRate(() -> {
			this.task.run();
			future.get().cancel(true);
		}, Duration.ofSeconds(10)));
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.runs).hasSize(1);
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void shouldHandleErrorsAndDecorateAsSpringDoes() {
		List<String> seen = new ArrayList<>();
		this.scheduler.setErrorHandler((error) -> seen.add(error.getMessage()));
		this.scheduler.setTaskDecorator((decorated) -> () -> {
			seen.add("before");
			decorated.run();
		});
		this.scheduler.scheduleAtFixedRate(() -> {
			throw new IllegalStateException("failed");
		}, Duration.ofSeconds(10));
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(seen).containsExactly("before", "failed", "before", "failed");
	}

	@Test
	void shouldCancelWhatIsPendingWhenShutDown() {
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(this.task, START.plusSeconds(1),
				Duration.ofSeconds(10));
		this.scheduler.shutdown();
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.runs).isEmpty();
		assertThat(future.isCancelled()).isTrue();
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> this.scheduler.execute(this.task));
		assertThat(this.scheduler.getScheduledExecutor().isTerminated()).isTrue();
	}

	@Test
	void shouldHaveNoThreads() {
		this.scheduler.scheduleAtFixedRate(this.task, Duration.ofSeconds(10));
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.scheduler.getPoolSize()).isZero();
		assertThat(this.scheduler.getActiveCount()).isZero();
	}

	@Test
	void shouldRefuseAPeriodOfZero() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.scheduler.scheduleAtFixedRate(this.task, Duration.ZERO))
			.withMessage("'period' must be more than 0 but is 0");
	}

}
