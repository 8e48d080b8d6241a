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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EventScheduler}.
 */
@Timeout(60)
class EventSchedulerTests {

	private final GivenClock clock = new GivenClock();

	private final EventScheduler scheduler = new EventScheduler(this.clock, this.clock);

	private final List<String> ran = new ArrayList<>();

	@Test
	void shouldRunInOrderOfTime() throws Exception {
		enter(30, 0, "third");
		enter(10, 0, "first");
		enter(20, 0, "second");
		this.scheduler.run();
		assertThat(this.ran).containsExactly("first", "second", "third");
		assertThat(this.clock.instant()).isEqualTo(GivenClock.START.plusSeconds(30));
	}

	@Test
	void shouldRunInOrderOfPriorityWhereTheTimeIsTheSame() throws Exception {
		enter(10, 3, "last");
		enter(10, -1, "first");
		enter(10, 2, "second");
		enter(9, 7, "before them");
		this.scheduler.run();
		assertThat(this.ran).containsExactly("before them", "first", "second", "last");
	}

	@Test
	void shouldRunInOrderOfEntryWhereTimeAndPriorityAreTheSame() throws Exception {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			names.add("event " + i);
			enter(10, 1, "event " + i);
		}
		this.scheduler.run();
		assertThat(this.ran).isEqualTo(names);
	}

	@Test
	void shouldRunInOrderOfTimeFromNanosecondsToMillenniums() throws Exception {
		Map<Duration, String> names = new TreeMap<>();
		for (Duration unit : new Duration[] { Duration.ofDays(36_600_000), Duration.ofDays(366_000),
				Duration.ofDays(366), Duration.ofDays(3), Duration.ofHours(7), Duration.ofMinutes(5),
				Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofNanos(65_536), Duration.ofNanos(1_024),
				Duration.ofNanos(1) }) {
			for (int i = 70; i > 0; i--) {
				Duration delay = unit.multipliedBy(i);
				if (names.put(delay, delay.toString()) == null) {
					this.scheduler.enter(delay, i, () -> this.ran.add(delay.toString()));
				}
			}
		}
		this.scheduler.run();
		assertThat(this.ran).containsExactlyElementsOf(names.values()).hasSizeGreaterThan(700);
	}

	@Test
	void shouldRunADayInNoTime() throws Exception {
		AtomicInteger minutes = new AtomicInteger();
		this.scheduler.enter(Duration.ofMinutes(1), 0, new Runnable() {

			@Override
			public void run() {
				if (minutes.incrementAndGet() < Duration.ofDays(1).toMinutes()) {
					EventSchedulerTests.this.scheduler.enter(Duration.ofMinutes(1), 0, this);
				}
			}

		});
		this.scheduler.run();
		assertThat(minutes).hasValue(24 * 60);
		assertThat(this.clock.instant()).isEqualTo(GivenClock.START.plus(Duration.ofDays(1)));
	}

	@Test
	void shouldRunWhatIsDueAndReturnTheDelayToTheNext() throws Exception {
		enter(0, 0, "now");
		enter(10, 0, "in ten seconds");
		enter(30, 0, "in thirty seconds");
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(10));
		assertThat(this.ran).containsExactly("now");
		this.clock.sleep(Duration.ofMillis(9_999));
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofMillis(1));
		this.clock.sleep(Duration.ofMillis(1));
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(20));
		assertThat(this.ran).containsExactly("now", "in ten seconds");
		this.clock.sleep(Duration.ofHours(1));
		assertThat(this.scheduler.run(false)).isNull();
		assertThat(this.ran).hasSize(3);
	}

	@Test
	void shouldRunWhatIsPastAtOnceAndInOrder() throws Exception {
		enter(0, 0, "now");
		this.scheduler.enter(Duration.ofHours(-1), 0, () -> this.ran.add("an hour ago"));
		this.scheduler.enterAt(Instant.MIN, 0, () -> this.ran.add("long ago"));
		this.scheduler.enter(Duration.ofSeconds(Long.MIN_VALUE), 0, () -> this.ran.add("too long ago to tell"));
		assertThat(this.scheduler.run(false)).isNull();
		assertThat(this.ran).containsExactly("long ago", "too long ago to tell", "an hour ago", "now");
		assertThat(this.clock.instant()).isEqualTo(GivenClock.START);
	}

	@Test
	void shouldKeepWhatIsBeyondAllTimesInOrder() throws Exception {
		this.scheduler.enter(ChronoUnit.FOREVER.getDuration(), 1, () -> this.ran.add("for ever"));
		this.scheduler.enterAt(Instant.MAX, 0, () -> this.ran.add("at the end"));
		this.scheduler.enterAt(Instant.MAX.minusNanos(1), 2, () -> this.ran.add("before the end"));
		this.scheduler.enterAt(Instant.parse("+90000-01-01T00:00:00Z"), 3, () -> this.ran.add("in 90,000"));
		enter(1, 0, "in a second");
		this.clock.sleep(Duration.ofSeconds(1));
		assertThat(this.scheduler.run(false))
			.isEqualTo(Duration.between(this.clock.instant(), Instant.parse("+90000-01-01T00:00:00Z")));
		assertThat(this.ran).containsExactly("in a second");
		this.scheduler.run();
		assertThat(this.ran).containsExactly("in a second", "in 90,000", "before the end", "at the end", "for ever");
		assertThat(this.clock.instant()).isEqualTo(Instant.MAX);
	}

	@Test
	void shouldNotRunWhatWasCancelled() throws Exception {
		enter(1, 0, "stays");
		ScheduledEvent event = enter(2, 0, "cancelled");
		ScheduledEvent due = enter(0, 0, "due but cancelled");
		this.scheduler.cancel(event);
		this.scheduler.cancel(due);
		this.scheduler.run();
		assertThat(this.ran).containsExactly("stays");
	}

	@Test
	void shouldCancelByIdentity() throws Exception {
		Runnable action = () -> this.ran.add("ran");
		ScheduledEvent one = this.scheduler.enterAt(GivenClock.START, 0, action);
		ScheduledEvent two = this.scheduler.enterAt(GivenClock.START, 0, action);
		this.scheduler.cancel(two);
		assertThat(this.scheduler.queue()).containsExactly(one);
		this.scheduler.run();
		assertThat(this.ran).hasSize(1);
	}

	@Test
	void shouldRefuseToCancelWhatIsAbsent() throws Exception {
		ScheduledEvent cancelled = enter(1, 0, "cancelled");
		this.scheduler.cancel(cancelled);
		assertThatIllegalArgumentException().isThrownBy(() -> this.scheduler.cancel(cancelled))
			.withMessageContaining("time=2026-03-01T12:00:01Z")
			.withMessageContaining("it was cancelled before");
		ScheduledEvent done = enter(0, 0, "done");
		this.scheduler.run();
		assertThatIllegalArgumentException().isThrownBy(() -> this.scheduler.cancel(done));
		ScheduledEvent other = new EventScheduler().enter(Duration.ZERO, 0, () -> this.ran.add("other"));
		enter(1, 0, "stays");
		assertThatIllegalArgumentException().isThrownBy(() -> this.scheduler.cancel(other));
		assertThat(this.scheduler.queue()).hasSize(1);
	}

	@Test
	void shouldRefuseToCancelWhatRuns() throws Exception {
		AtomicReference<ScheduledEvent> event = new AtomicReference<>();
		event.set(this.scheduler.enter(Duration.ZERO, 0, () -> this.scheduler.cancel(event.get())));
		assertThatIllegalArgumentException().isThrownBy(this.scheduler::run);
	}

	@Test
	void shouldKeepTheOthersWhenAnActionThrows() throws Exception {
		IllegalStateException failure = new IllegalStateException("failed");
		this.scheduler.enter(Duration.ZERO, 0, () -> {
			throw failure;
		});
		enter(0, 1, "due as well");
		enter(1, 0, "later");
		assertThatIllegalStateException().isThrownBy(() -> this.scheduler.run(false)).isSameAs(failure);
		assertThat(this.ran).isEmpty();
		assertThat(this.scheduler.queue()).hasSize(2);
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(1));
		this.scheduler.run();
		assertThat(this.ran).containsExactly("due as well", "later");
	}

	@Test
	void shouldLetActionsEnterAndCancelOthers() throws Exception {
		ScheduledEvent cancelled = enter(0, 5, "cancelled");
		this.scheduler.enter(Duration.ZERO, 0, () -> {
			this.scheduler.cancel(cancelled);
			enter(0, 9, "entered, due");
			this.scheduler.enter(Duration.ofSeconds(-1), 9, () -> this.ran.add("entered, past"));
			enter(5, 0, "entered, later");
		});
		enter(0, 6, "next");
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(5));
		assertThat(this.ran).containsExactly("entered, past", "next", "entered, due");
		this.scheduler.run();
		assertThat(this.ran).last().isEqualTo("entered, later");
	}

	@Test
	void shouldShowTheQueueInOrder() {
		assertThat(this.scheduler.isEmpty()).isTrue();
		assertThat(this.scheduler.peek()).isNull();
		ScheduledEvent third = enter(2, 1, "third");
		ScheduledEvent first = enter(1, 7, "first");
		ScheduledEvent second = enter(2, 0, "second");
		List<ScheduledEvent> queue = this.scheduler.queue();
		assertThat(queue).containsExactly(first, second, third);
		assertThat(this.scheduler.peek()).isSameAs(first);
		assertThat(this.scheduler.isEmpty()).isFalse();
		assertThat(first.time()).isEqualTo(GivenClock.START.plusSeconds(1));
		assertThat(first.priority()).isEqualTo(7);
		assertThat(first.sequence()).isEqualTo(1);
		first.action().run();
		assertThat(this.ran).containsExactly("first");
		this.scheduler.cancel(first);
		assertThat(queue).hasSize(3);
		assertThat(this.scheduler).hasToString("EventScheduler [2 pending]");
	}

	@Test
	void shouldNotStallWhenTheClockJumpsBack() throws Exception {
		enter(10, 0, "by the old time");
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(10));
		this.clock.set(GivenClock.START.minus(Duration.ofDays(1)));
		enter(10, 0, "by the new time");
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofSeconds(10));
		this.clock.sleep(Duration.ofSeconds(10));
		assertThat(this.scheduler.run(false)).isEqualTo(Duration.ofDays(1));
		assertThat(this.ran).containsExactly("by the new time");
		this.scheduler.run();
		assertThat(this.ran).containsExactly("by the new time", "by the old time");
	}

	@Test
	void shouldRunAllInOrderWhenTheClockJumpsForward() throws Exception {
		for (int i = 1_000; i > 0; i--) {
			enter(i, 0, String.valueOf(i));
		}
		this.clock.set(GivenClock.START.plus(Duration.ofDays(366)));
		assertThat(this.scheduler.run(false)).isNull();
		assertThat(this.ran).hasSize(1_000).startsWith("1", "2", "3").endsWith("999", "1000");
	}

	@Test
	void shouldSleepAgainIfItWasWokenEarly() throws Exception {
		List<Duration> sleeps = new ArrayList<>();
		EventScheduler scheduler = new EventScheduler(this.clock, (duration) -> {
			sleeps.add(duration);
			this.clock.sleep(duration.dividedBy(2).plusNanos(1));
		});
		scheduler.enter(Duration.ofNanos(8), 0, () -> this.ran.add("ran"));
		scheduler.run();
		assertThat(sleeps).extracting(Duration::toNanos).containsExactly(8L, 3L, 1L);
	}

	@Test
	void shouldWaitForRealTime() throws Exception {
		EventScheduler scheduler = new EventScheduler();
		long start = System.nanoTime();
		scheduler.enter(Duration.ofMillis(1), 0, () -> this.ran.add("ran"));
		scheduler.run();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
		assertThat(this.ran).containsExactly("ran");
	}

	@Test
	void shouldWakeWhoWaitsForAnEarlierEvent() throws Exception {
		for (EventScheduler scheduler : new EventScheduler[] { new EventScheduler(),
				new EventScheduler(InstantSource.system()) }) {
			ScheduledEvent later = scheduler.enter(Duration.ofHours(1), 0, () -> this.ran.add("later"));
			CountDownLatch earlier = new CountDownLatch(1);
			FutureTask<Void> run = start(scheduler);
			scheduler.enter(Duration.ZERO, 0, earlier::countDown);
			earlier.await();
			scheduler.cancel(later);
			run.get();
			assertThat(this.ran).isEmpty();
		}
	}

	@Test
	void shouldFollowAGivenClockThatJumpsForwardWhileItWaits() throws Exception {
		// looks at the clock more often than once a second
		EventScheduler scheduler = new EventScheduler(new EventClock(this.clock),
				new EventLine(Duration.ofMillis(1).toNanos()), null);
		scheduler.enter(Duration.ofHours(1), 0, () -> this.ran.add("ran"));
		FutureTask<Void> run = start(scheduler);
		this.clock.sleep(Duration.ofHours(1));
		run.get();
		assertThat(this.ran).containsExactly("ran");
	}

	@Test
	void shouldEndWhenInterrupted() throws Exception {
		EventScheduler scheduler = new EventScheduler();
		scheduler.enter(Duration.ofHours(1), 0, () -> this.ran.add("ran"));
		FutureTask<Void> run = new FutureTask<>(() -> {
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(scheduler::run);
			return null;
		});
		Thread thread = startWaiting(run);
		thread.interrupt();
		run.get();
		assertThat(scheduler.queue()).hasSize(1);
	}

	@Test
	void shouldEndBetweenTwoEventsWhenInterrupted() throws Exception {
		this.scheduler.enter(Duration.ZERO, 0, () -> Thread.currentThread().interrupt());
		enter(0, 1, "not run");
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> this.scheduler.run(false));
		assertThat(Thread.interrupted()).isFalse();
		assertThat(this.ran).isEmpty();
		assertThat(this.scheduler.run(false)).isNull();
		assertThat(this.ran).containsExactly("not run");
	}

	@Test
	void shouldKeepAMillionEventsInOrder() throws Exception {
		Random random = new Random(6);
		long[] last = { 0, 0 };
		for (int i = 0; i < 1_000_000; i++) {
			long delay = random.nextLong(Duration.ofDays(1).toNanos());
			this.scheduler.enter(Duration.ofNanos(delay), 0, () -> {
				last[0] += (delay >= last[1]) ? 1 : 0;
				last[1] = delay;
			});
		}
		this.scheduler.run();
		assertThat(last[0]).isEqualTo(1_000_000);
		assertThat(this.scheduler.isEmpty()).isTrue();
	}

	@Test
	void shouldRefuseNull() {
		assertThatNullPointerException().isThrownBy(() -> this.scheduler.enter(null, 0, () -> this.ran.add("ran")))
			.withMessage("'delay' must not be null");
		assertThatNullPointerException().isThrownBy(() -> this.scheduler.enterAt(null, 0, () -> this.ran.add("ran")))
			.withMessage("'time' must not be null");
		assertThatNullPointerException().isThrownBy(() -> this.scheduler.enterAt(GivenClock.START, 0, null))
			.withMessage("'action' must not be null");
		assertThat(this.scheduler.isEmpty()).isTrue();
	}

	private ScheduledEvent enter(int seconds, int priority, String name) {
		return this.scheduler.enter(Duration.ofSeconds(seconds), priority, () -> this.ran.add(name));
	}

	private static FutureTask<Void> start(EventScheduler scheduler) {
		FutureTask<Void> run = new FutureTask<>(() -> {
			scheduler.run();
			return null;
		});
		startWaiting(run);
		return run;
	}

	private static Thread startWaiting(FutureTask<Void> run) {
		Thread thread = new Thread(run);
		thread.setDaemon(true);
		thread.start();
		await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		return thread;
	}

}
