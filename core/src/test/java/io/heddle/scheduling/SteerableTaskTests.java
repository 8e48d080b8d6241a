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

package io.heddle.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link SteerableTask}.
 */
class SteerableTaskTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final ManualScheduler scheduler = new ManualScheduler();

	private final List<Instant> runs = new ArrayList<>();

	private final List<String> told = new ArrayList<>();

	private Runnable body = () -> {
	};

	private final SteerableTask task = task(TaskSchedule.fixedRate(HOUR));

	private SteerableTask task(TaskSchedule schedule) {
		return new SteerableTask("purge", "com.acme.Purge.run", "housekeeping", schedule, this.scheduler,
				new RecordingListener(), () -> {
					this.runs.add(this.scheduler.clock().instant());
					this.body.run();
				});
	}

	@Test
	void shouldTellWhatItIs() {
		this.task.start(null, false);
		assertThat(this.task.id()).isEqualTo("purge");
		assertThat(this.task.task()).isEqualTo("com.acme.Purge.run");
		assertThat(this.task.scheduler()).isEqualTo("housekeeping");
		assertThat(this.task.schedule()).isEqualTo(TaskSchedule.fixedRate(HOUR));
		assertThat(this.task).hasToString("Scheduled task 'purge', fixed rate PT1H, on 'housekeeping'");
		assertThat(this.task.last()).isNull();
		assertThat(this.task.next()).isEqualTo(at(1));
		assertThat(this.task.delay(TimeUnit.MINUTES)).isEqualTo(60);
	}

	@Test
	void shouldCountRunsAndRememberTheLast() {
		this.task.start(null, false);
		this.scheduler.advance(HOUR.multipliedBy(3));
		assertThat(this.runs).containsExactly(at(1), at(2), at(3));
		assertThat(this.task.runs()).isEqualTo(3);
		assertThat(this.task.failures()).isZero();
		TaskRun last = this.task.last();
		assertThat(last.startedAt()).isEqualTo(at(3));
		assertThat(last.outcome()).isEqualTo(TaskRun.Outcome.SUCCEEDED);
		assertThat(last.took()).isPositive();
		assertThat(last.triggered()).isFalse();
		assertThat(last.error()).isNull();
		assertThat(this.task.snapshot().runTime()).isGreaterThanOrEqualTo(last.took());
	}

	@Test
	void shouldPassOnWhatTheTaskThrows() {
		this.task.start(null, false);
		this.body = () -> {
			throw new IllegalStateException("Disk full");
		};
		assertThatIllegalStateException().isThrownBy(this.scheduler::fire).withMessage("Disk full");
		assertThat(this.task.runs()).isEqualTo(1);
		assertThat(this.task.failures()).isEqualTo(1);
		assertThat(this.task.last().outcome()).isEqualTo(TaskRun.Outcome.FAILED);
		assertThat(this.task.last().error()).isEqualTo("java.lang.IllegalStateException: Disk full");
		assertThat(this.task.running()).isEmpty();
		assertThat(this.told).containsExactly("failed: Disk full");
	}

	@Test
	void shouldEndARunWhoseFailureCannotBeDescribed() {
		RuntimeException unspeakable = new RuntimeException() {

			@Override
			public String getMessage() {
				throw new UnsupportedOperationException();
			}

		};
		SteerableTask failing = new SteerableTask("purge", "com.acme.Purge.run", "housekeeping",
				TaskSchedule.fixedRate(HOUR), this.scheduler, new ScheduledTaskListener() {
				}, () -> {
					throw unspeakable;
				});
		failing.start(null, false);
		// an assertion would describe it
		assertThat(catchThrowable(this.scheduler::fire) == unspeakable).isTrue();
		assertThat(failing.running()).isEmpty();
		assertThat(failing.last().error()).isEqualTo(unspeakable.getClass().getName());
	}

	@Test
	void shouldKeepTheStartOfALongMessageOnly() {
		this.task.start(null, false);
		this.body = () -> {
			throw new IllegalStateException("x".repeat(1_000_000));
		};
		assertThatIllegalStateException().isThrownBy(this.scheduler::fire);
		assertThat(this.task.last().error()).startsWith("java.lang.IllegalStateException: xxx").hasSizeLessThan(1100);
	}

	@Test
	void shouldBeFailingAfterSoManyFailuresInARow() {
		this.scheduler.limits(new ScheduleLimits(null, null, 2));
		this.task.start(null, false);
		this.body = () -> {
			throw new IllegalStateException();
		};
		assertThatIllegalStateException().isThrownBy(this.scheduler::fire);
		assertThat(this.task.snapshot().failing()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.scheduler::fire);
		assertThat(this.task.snapshot().failing()).isTrue();
		assertThat(this.task.snapshot().failuresInARow()).isEqualTo(2);
		this.body = () -> {
		};
		this.scheduler.fire();
		assertThat(this.task.snapshot().failing()).isFalse();
		assertThat(this.task.failures()).isEqualTo(2);
	}

	@Test
	void shouldKeepTheLatestRunsOnly() {
		this.task.start(null, false);
		this.scheduler.advance(HOUR.multipliedBy(TaskHistory.SIZE + 5));
		assertThat(this.task.history()).hasSize(TaskHistory.SIZE);
		assertThat(this.task.history().get(0).startedAt()).isEqualTo(at(TaskHistory.SIZE + 5));
		assertThat(this.task.history().get(TaskHistory.SIZE - 1).startedAt()).isEqualTo(at(6));
		assertThat(this.task.runs()).isEqualTo(TaskHistory.SIZE + 5);
	}

	@Test
	void shouldSkipWhilePausedAndNotPileUp() {
		this.task.start(null, false);
		this.task.pause();
		this.task.pause();
		this.scheduler.advance(HOUR.multipliedBy(3));
		assertThat(this.runs).isEmpty();
		assertThat(this.task.isPaused()).isTrue();
		assertThat(this.task.next()).isEqualTo(at(4));
		assertThat(this.task.snapshot().skipped()).isEqualTo(3);
		this.task.resume();
		this.scheduler.advance(Duration.ofMinutes(59));
		assertThat(this.runs).isEmpty();
		this.scheduler.advance(Duration.ofMinutes(1));
		assertThat(this.runs).containsExactly(at(4));
	}

	@Test
	void shouldStartPaused() {
		this.task.start(null, true);
		this.scheduler.advance(HOUR);
		assertThat(this.runs).isEmpty();
		assertThat(this.task.isPaused()).isTrue();
	}

	@Test
	void shouldLeaveTheScheduleAsItWasWhenTriggered() {
		this.task.start(null, false);
		this.scheduler.advance(Duration.ofMinutes(90));
		this.task.trigger();
		assertThat(this.runs).hasSize(1);
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(2);
		assertThat(this.task.last().triggered()).isTrue();
		assertThat(this.task.next()).isEqualTo(at(2));
		this.scheduler.advance(HOUR);
		assertThat(this.runs).containsExactly(at(1), at(1).plusSeconds(1800), at(2));
	}

	@Test
	void shouldRunAPausedTaskThatIsTriggered() {
		this.task.start(null, true);
		this.task.trigger();
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(1);
		assertThat(this.task.isPaused()).isTrue();
	}

	@Test
	void shouldRefuseATriggerWhileItRuns() {
		this.task.start(null, false);
		this.body = () -> assertThatIllegalStateException().isThrownBy(this.task::trigger)
			.withMessageContaining("Task 'purge' has been running since 2026-11-23T00:00:00Z")
			.withMessageContaining("Trigger it once that run has ended");
		this.scheduler.fire();
		assertThat(this.task.failures()).isZero();
		this.task.trigger();
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(2);
		assertThat(this.task.failures()).isZero();
	}

	@Test
	void shouldRefuseASecondTriggerBeforeTheFirstHasAThread() {
		this.task.start(null, false);
		this.task.trigger();
		assertThatIllegalStateException().isThrownBy(this.task::trigger)
			.withMessageContaining("triggered already and waits for a thread");
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(1);
		this.task.trigger();
	}

	@Test
	void shouldRunOnceForATriggerAndARunThatBeganSince() {
		this.task.start(null, false);
		this.task.trigger();
		this.body = this.scheduler::runSubmitted;
		this.scheduler.fire();
		assertThat(this.runs).hasSize(1);
		assertThat(this.task.running()).isEmpty();
		this.task.trigger();
	}

	@Test
	void shouldRefuseAScheduleThatNoClockCanCount() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TaskSchedule.fixedRate(Duration.ofSeconds(Long.MAX_VALUE)))
			.withMessageStartingWith("The time between runs must not be more than PT2562047788015H12M55.807S");
		assertThatIllegalArgumentException().isThrownBy(() -> TaskSchedule.fixedDelay(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> TaskSchedule.cron(null));
	}

	@Test
	void shouldBeSpentOnceItHasRunUnlessItIsRepeated() {
		assertThat(this.task.isSpent()).isFalse();
		SteerableTask once = new SteerableTask("once", "com.acme.Purge.run", "housekeeping", TaskSchedule.oneTime(HOUR),
				this.scheduler, new ScheduledTaskListener() {
				}, () -> {
				});
		once.start(null, false);
		assertThat(once.isSpent()).isFalse();
		once.cancel();
		assertThat(once.isSpent()).isTrue();
	}

	@Test
	void shouldSkipADueRunWhileATriggeredOneRuns() {
		this.task.start(null, false);
		this.body = this.scheduler::fire;
		this.task.trigger();
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(1);
		assertThat(this.task.snapshot().skipped()).isEqualTo(1);
	}

	@Test
	void shouldRunOnceForATriggerAndARunThatHasEndedSince() {
		this.task.start(null, false);
		this.task.trigger();
		this.scheduler.fire();
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(1);
		this.task.trigger();
		this.scheduler.runSubmitted();
		assertThat(this.runs).hasSize(2);
	}

	@Test
	void shouldSkipWhatWasDueWhileATriggeredRunHadTheOnlyThread() {
		this.task.start(null, false);
		this.scheduler.pass(Duration.ofMinutes(55));
		this.task.trigger();
		this.body = () -> this.scheduler.pass(Duration.ofMinutes(130));
		this.scheduler.runSubmitted();
		this.body = () -> {
		};
		this.scheduler.advance(Duration.ZERO);
		assertThat(this.runs).containsExactly(ManualScheduler.START.plusSeconds(55 * 60));
		assertThat(this.task.snapshot().skipped()).as("at 1:00, 2:00 and 3:00").isEqualTo(3);
		this.scheduler.advance(HOUR);
		assertThat(this.runs).hasSize(2).endsWith(at(4));
	}

	@Test
	void shouldLetRunsOverlapIfTheSchedulerDoes() {
		this.task.start(null, false);
		this.body = () -> {
			this.body = () -> assertThat(this.task.running()).hasSize(2);
			this.scheduler.fire();
		};
		this.scheduler.fire();
		assertThat(this.runs).hasSize(2);
		assertThat(this.task.failures()).isZero();
	}

	@Test
	void shouldNotOverlapARunOfTheScheduleBefore() {
		this.task.start(null, false);
		this.body = () -> {
			this.task.reschedule(TaskSchedule.fixedRate(Duration.ofMinutes(1)));
			this.scheduler.fire();
		};
		this.scheduler.fire();
		assertThat(this.runs).hasSize(1);
		this.body = () -> {
		};
		this.scheduler.fire();
		assertThat(this.runs).hasSize(2);
	}

	@Test
	void shouldNotRunByTheScheduleBefore() {
		this.task.start(null, false);
		this.task.reschedule(TaskSchedule.fixedDelay(HOUR));
		this.scheduler.fireFirst();
		assertThat(this.runs).isEmpty();
	}

	@Test
	void shouldTakeBackATriggerThatTheSchedulerRejects() {
		this.task.start(null, false);
		this.scheduler.close();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(this.task::trigger);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(this.task::trigger);
	}

	@Test
	void shouldNeverRunAgainOnceCancelled() {
		this.task.start(null, false);
		this.task.trigger();
		this.task.cancel();
		this.task.cancel();
		this.scheduler.runSubmitted();
		this.scheduler.advance(HOUR.multipliedBy(3));
		this.scheduler.fire();
		assertThat(this.runs).isEmpty();
		assertThat(this.task.isCancelled()).isTrue();
		assertThat(this.task.next()).isNull();
		assertThat(this.task.delay(TimeUnit.NANOSECONDS)).isZero();
		assertThatIllegalStateException().isThrownBy(this.task::trigger)
			.withMessage("Task 'purge' is cancelled and never runs again");
		assertThatIllegalStateException().isThrownBy(this.task::pause);
		assertThatIllegalStateException().isThrownBy(this.task::resume);
		assertThatIllegalStateException().isThrownBy(() -> this.task.reschedule(TaskSchedule.cron("0 0 * * * *")));
	}

	@Test
	void shouldLetARunInProgressEndWhenCancelled() {
		this.task.start(null, false);
		this.body = this.task::cancel;
		this.scheduler.fire();
		assertThat(this.task.last().outcome()).isEqualTo(TaskRun.Outcome.SUCCEEDED);
	}

	@Test
	void shouldChangeTheSchedule() {
		this.task.start(null, false);
		this.scheduler.advance(Duration.ofMinutes(90));
		this.task.reschedule(TaskSchedule.fixedRate(Duration.ofMinutes(10)));
		assertThat(this.task.schedule()).isEqualTo(TaskSchedule.fixedRate(Duration.ofMinutes(10)));
		assertThat(this.task.next()).isEqualTo(at(1).plusSeconds(2400));
		this.scheduler.advance(Duration.ofMinutes(20));
		assertThat(this.runs).containsExactly(at(1), at(1).plusSeconds(2400), at(1).plusSeconds(3000));
		this.task.restoreSchedule();
		assertThat(this.task.schedule()).isEqualTo(TaskSchedule.fixedRate(HOUR));
		assertThat(this.task.next()).isEqualTo(at(1).plusSeconds(3000 + 3600));
	}

	@Test
	void shouldKeepItsTimingIfTheScheduleIsTheSame() {
		this.task.start(null, false);
		this.scheduler.advance(Duration.ofMinutes(30));
		this.task.reschedule(TaskSchedule.fixedRate(HOUR));
		assertThat(this.task.next()).isEqualTo(at(1));
	}

	@Test
	void shouldStayPausedWhenTheScheduleChanges() {
		this.task.start(null, true);
		this.task.reschedule(TaskSchedule.fixedRate(Duration.ofMinutes(1)));
		this.scheduler.advance(HOUR);
		assertThat(this.runs).isEmpty();
	}

	@Test
	void shouldKeepTheTimeZoneOfItsCode() {
		SteerableTask cron = task(TaskSchedule.cron("0 0 3 * * *", ZoneId.of("Europe/Berlin")));
		cron.start(TaskSchedule.cron("0 0 4 * * *"), false);
		assertThat(cron.schedule()).isEqualTo(TaskSchedule.cron("0 0 4 * * *", ZoneId.of("Europe/Berlin")))
			.hasToString("cron 0 0 4 * * * in Europe/Berlin");
		cron.reschedule(TaskSchedule.cron("0 0 5 * * *", ZoneId.of("UTC")));
		assertThat(cron.schedule().zone()).isEqualTo(ZoneId.of("UTC"));
		cron.reschedule(TaskSchedule.cron("0 0 5 * * *"));
		assertThat(cron.schedule().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
	}

	@Test
	void shouldKeepItsScheduleIfTheNewOneIsInvalid() {
		this.task.start(null, false);
		assertThatIllegalArgumentException().isThrownBy(() -> this.task.reschedule(TaskSchedule.cron("invalid")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.task.reschedule(TaskSchedule.oneTime(HOUR)))
			.withMessageContaining("only to a cron expression, a fixed rate or a fixed delay");
		assertThatIllegalArgumentException().isThrownBy(() -> this.task.reschedule(TaskSchedule.custom("mine")));
		assertThatIllegalArgumentException().isThrownBy(() -> TaskSchedule.fixedRate(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> TaskSchedule.fixedDelay(Duration.ofMillis(-1)));
		this.scheduler.advance(HOUR);
		assertThat(this.runs).containsExactly(at(1));
	}

	@Test
	void shouldTellWhatRuns() {
		this.scheduler.limits(new ScheduleLimits(Duration.ofHours(1), null, 0));
		this.task.start(null, false);
		this.body = () -> {
			RunningRun running = this.task.running().get(0);
			assertThat(running.thread()).isEqualTo(Thread.currentThread().getName());
			assertThat(running.startedAt()).isEqualTo(at(1));
			assertThat(running.runningFor()).isPositive();
			assertThat(running.triggered()).isFalse();
			assertThat(running.stuck()).isFalse();
			assertThat(running.stack()).anyMatch((frame) -> frame.getMethodName().equals("shouldTellWhatRuns")
					|| frame.getMethodName().startsWith("lambda$shouldTellWhatRuns"));
			assertThat(this.task.snapshot().running()).isEqualTo(1);
		};
		this.scheduler.advance(HOUR);
		assertThat(this.task.failures()).isZero();
	}

	@Test
	void shouldReportAStuckRunOnce() {
		this.scheduler.limits(new ScheduleLimits(Duration.ofNanos(1), null, 0));
		this.task.start(null, false);
		this.body = () -> {
			this.task.inspect();
			this.task.inspect();
			assertThat(this.task.snapshot().stuck()).isEqualTo(1);
		};
		this.scheduler.fire();
		this.scheduler.fire();
		this.task.inspect();
		assertThat(this.told).containsExactly("stuck", "stuck");
	}

	@Test
	void shouldReportAnOverdueRunOnce() {
		this.scheduler.limits(new ScheduleLimits(null, Duration.ofMinutes(5), 0));
		this.task.start(null, false);
		this.scheduler.pass(Duration.ofMinutes(65));
		this.task.inspect();
		assertThat(this.told).isEmpty();
		assertThat(this.task.next()).isEqualTo(at(1));
		this.scheduler.pass(Duration.ofMillis(1));
		this.task.inspect();
		this.task.inspect();
		assertThat(this.told).containsExactly("overdue by PT5M0.001S");
		assertThat(this.task.snapshot().overdue()).isTrue();
		this.scheduler.advance(Duration.ZERO);
		this.task.inspect();
		assertThat(this.task.snapshot().overdue()).isFalse();
		this.scheduler.pass(HOUR);
		this.task.inspect();
		assertThat(this.told).hasSize(2);
	}

	@Test
	void shouldNotBeOverdueWhileItRunsOrIsPaused() {
		this.scheduler.limits(new ScheduleLimits(null, Duration.ofMinutes(5), 0));
		this.task.start(null, false);
		this.scheduler.pass(HOUR.multipliedBy(2));
		this.body = () -> {
			assertThat(this.task.snapshot().overdue()).isFalse();
			assertThat(this.task.next()).isNull();
		};
		this.scheduler.fire();
		assertThat(this.task.failures()).isZero();
		assertThat(this.task.snapshot().overdue()).isTrue();
		this.task.pause();
		assertThat(this.task.snapshot().overdue()).isFalse();
	}

	private static Instant at(int hour) {
		return ManualScheduler.START.plus(HOUR.multipliedBy(hour));
	}

	private final class RecordingListener implements ScheduledTaskListener {

		@Override
		public void onFailed(ScheduledTaskHandle task, TaskRun run, Throwable failure) {
			SteerableTaskTests.this.told.add("failed: " + failure.getMessage());
		}

		@Override
		public void onStuck(ScheduledTaskHandle task, RunningRun run) {
			SteerableTaskTests.this.told.add("stuck");
		}

		@Override
		public void onOverdue(ScheduledTaskHandle task, Duration late) {
			SteerableTaskTests.this.told.add("overdue by " + late);
		}

	}

}
