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

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link DeadlockDetector}.
 */
class DeadlockDetectorTests extends AbstractSyncTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	private final NamedLock ledger = NamedLock.builder("ledger").build();

	private final NamedLock journal = NamedLock.builder("journal").build();

	private final NamedLock gate = NamedLock.builder("gate").reentrant(false).build();

	private final NamedSemaphore printer = NamedSemaphore.builder("printer").build();

	private final NamedEvent event = NamedEvent.builder("event").build();

	private final List<Synchronizer> synchronizers = new ArrayList<>(
			List.of(this.ledger, this.journal, this.gate, this.printer, this.event));

	private final List<Deadlock> reported = new CopyOnWriteArrayList<>();

	private final DeadlockDetector detector = new DeadlockDetector(() -> this.synchronizers, this.reported::add,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@AfterEach
	void closeDetector() {
		this.detector.close();
	}

	@EachRacers
	void shouldFindTwoThreadsThatWaitForEachOthersLock(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(this.ledger::lock);
		two.does(this.journal::lock);
		CompletableFuture<Void> first = one.run(this.journal::lockInterruptibly);
		awaitWaiters(this.journal, 1);
		assertThat(this.detector.check()).isEmpty();
		two.run(this.ledger::lockInterruptibly);
		awaitWaiters(this.ledger, 1);
		awaitDeadlocks(1);
		Deadlock deadlock = this.detector.deadlocks().get(0);
		assertThat(deadlock.foundAt()).isEqualTo(NOW);
		assertThat(deadlock.threads()).hasSize(2);
		DeadlockedThread thread = thread(deadlock, "one");
		assertThat(thread.threadId()).isEqualTo(one.thread().getId());
		assertThat(thread.virtual()).isEqualTo(racers == Racers.VIRTUAL);
		assertThat(thread.kind()).isEqualTo(Deadlock.Kind.LOCK);
		assertThat(thread.waitsFor()).isEqualTo("journal");
		assertThat(thread.heldBy()).isEqualTo("two");
		assertThat(thread.heldById()).isEqualTo(two.thread().getId());
		assertThat(thread.stack()).anyMatch((frame) -> frame.getMethodName().equals("lockInterruptibly")
				&& frame.getClassName().equals(NamedLock.class.getName()));
		assertThat(thread(deadlock, "two").waitsFor()).isEqualTo("ledger");
		assertThat(thread(deadlock, "two").stack()).isNotEmpty();
		assertThat(deadlock.toString()).contains("thread 'one' waits for lock 'journal' that is held by thread 'two'");
		for (int i = 0; i < 3; i++) {
			assertThat(this.detector.check()).containsExactly(deadlock);
		}
		assertThat(this.reported).containsExactly(deadlock);
		one.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(first));
		assertThat(this.detector.check()).isEmpty();
		assertThat(this.detector.deadlocks()).isEmpty();
	}

	@EachRacers
	void shouldReportTheSameThreadsAgainWhenTheyAreDeadlockedAgain(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(this.ledger::lock);
		two.does(this.journal::lock);
		two.run(this.ledger::lockInterruptibly);
		for (int i = 1; i <= 2; i++) {
			CompletableFuture<Void> first = one.run(this.journal::lockInterruptibly);
			awaitDeadlocks(1);
			assertThat(this.reported).hasSize(i);
			one.interrupt();
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(first));
		}
	}

	@EachRacers
	void shouldFindACircleOfALockASinglePermitAndAPlainLock(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		Worker three = worker(racers, "three");
		one.does(this.ledger::lock);
		two.does(this.printer::acquire);
		three.does(this.gate::lock);
		one.run(this.printer::acquire);
		two.run(this.gate::lockInterruptibly);
		three.run(this.ledger::lockInterruptibly);
		awaitDeadlocks(1);
		assertThat(this.detector.deadlocks().get(0).threads())
			.extracting((thread) -> thread.thread() + " " + thread.kind() + " " + thread.waitsFor())
			.containsExactlyInAnyOrder("one semaphore printer", "two lock gate", "three lock ledger");
	}

	@Test
	void shouldFindACircleThroughAMonitor() throws Exception {
		Object monitor = new Object();
		Worker one = worker(Racers.PLATFORM, "one");
		Worker two = worker(Racers.PLATFORM, "two");
		NamedEvent inside = NamedEvent.builder("inside").build();
		two.does(this.printer::acquire);
		CompletableFuture<Void> first = one.run(() -> {
			synchronized (monitor) {
				inside.set();
				this.printer.acquire();
			}
		});
		inside.await();
		two.run(() -> {
			synchronized (monitor) {
				this.printer.release();
			}
		});
		awaitDeadlocks(1);
		DeadlockedThread second = thread(this.detector.deadlocks().get(0), "two");
		assertThat(second.kind()).isEqualTo(Deadlock.Kind.MONITOR);
		assertThat(second.waitsFor()).startsWith("java.lang.Object@");
		assertThat(second.heldBy()).isEqualTo("one");
		assertThat(second.stack()).isNotEmpty();
		one.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(first));
	}

	@Test
	void shouldFindACircleThroughALockOfTheJdk() throws Exception {
		ReentrantLock lock = new ReentrantLock();
		cross(Racers.PLATFORM, lock, this.ledger);
		awaitDeadlocks(1);
		assertThat(this.detector.deadlocks().get(0).threads())
			.extracting((thread) -> thread.thread() + " " + thread.kind())
			.containsExactlyInAnyOrder("one lock", "two synchronizer");
	}

	@Test
	void shouldFindACircleOfTheJdkAlone() throws Exception {
		cross(Racers.PLATFORM, new ReentrantLock(), new ReentrantLock());
		awaitDeadlocks(1);
		DeadlockedThread thread = thread(this.detector.deadlocks().get(0), "one");
		assertThat(thread.waitsFor()).startsWith("java.util.concurrent.locks.ReentrantLock$NonfairSync@");
		assertThat(thread.heldBy()).isEqualTo("two");
	}

	@EachRacers
	void shouldFindSeveralAtOnce(Racers racers) throws Exception {
		NamedLock left = NamedLock.builder("left").build();
		NamedLock right = NamedLock.builder("right").build();
		this.synchronizers.addAll(List.of(left, right));
		cross(racers, this.ledger, this.journal);
		cross(racers, left, right);
		awaitDeadlocks(2);
		assertThat(this.reported).hasSize(2);
	}

	private void cross(Racers racers, Lock first, Lock second) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(first::lock);
		two.does(second::lock);
		one.run(second::lockInterruptibly);
		two.run(first::lockInterruptibly);
	}

	@EachRacers
	void shouldFindAThreadThatWaitsForItself(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		one.does(this.gate::lock);
		one.run(this.gate::lockInterruptibly);
		awaitDeadlocks(1);
		assertThat(this.detector.deadlocks().get(0).threads()).singleElement()
			.satisfies((thread) -> assertThat(thread.heldBy()).isEqualTo("one"));
	}

	@EachRacers
	void shouldFindAThreadThatWaitsForItsOwnPermit(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		one.does(this.printer::acquire);
		CompletableFuture<Void> again = one.run(this.printer::acquire);
		awaitDeadlocks(1);
		assertThat(this.detector.deadlocks().get(0).threads()).singleElement().satisfies((thread) -> {
			assertThat(thread.kind()).isEqualTo(Deadlock.Kind.SEMAPHORE);
			assertThat(thread.waitsFor()).isEqualTo("printer");
			assertThat(thread.heldBy()).isEqualTo("one");
		});
		one.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(again));
		assertThat(this.detector.check()).isEmpty();
	}

	@Test
	void shouldReportADeadlockOnceWhateverInterruptsItsThreads() throws Exception {
		ReentrantLock lock = new ReentrantLock();
		Worker one = worker(Racers.PLATFORM, "one");
		Worker two = worker(Racers.PLATFORM, "two");
		one.does(lock::lock);
		two.does(this.ledger::lock);
		CompletableFuture<Void> first = one.run(this.ledger::lockInterruptibly);
		two.run(lock::lock);
		awaitDeadlocks(1);
		long waits = waits(two);
		for (int i = 1; i <= 3; i++) {
			two.interrupt();
			long more = waits + i;
			await().until(() -> waits(two) == more && two.thread().getState() == Thread.State.WAITING);
			assertThat(this.detector.check()).hasSize(1);
		}
		assertThat(this.reported).hasSize(1);
		one.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(first));
		assertThat(this.detector.check()).isEmpty();
		one.does(lock::unlock);
	}

	private static long waits(Worker worker) {
		return ManagementFactory.getThreadMXBean().getThreadInfo(worker.thread().getId()).getWaitedCount();
	}

	@Test
	void shouldFindAThreadThatOnlyTheOwnerOfAMonitorCouldNotify() throws Exception {
		Object monitor = new Object();
		Worker one = worker(Racers.PLATFORM, "one");
		Worker two = worker(Racers.PLATFORM, "two");
		one.does(this.ledger::lock);
		CompletableFuture<Void> first = one.run(() -> {
			synchronized (monitor) {
				monitor.wait();
			}
		});
		await().until(() -> one.thread().getState() == Thread.State.WAITING && isWaiting(one));
		CompletableFuture<Void> second = two.run(() -> {
			synchronized (monitor) {
				this.ledger.lockInterruptibly();
			}
		});
		awaitDeadlocks(1);
		DeadlockedThread waiting = thread(this.detector.deadlocks().get(0), "one");
		assertThat(waiting.kind()).isEqualTo(Deadlock.Kind.MONITOR);
		assertThat(waiting.waitsFor()).startsWith("java.lang.Object@");
		two.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(second));
		one.interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> get(first));
	}

	private static boolean isWaiting(Worker worker) {
		return Arrays.stream(worker.thread().getStackTrace())
			.anyMatch(
					(frame) -> frame.getClassName().equals("java.lang.Object") && frame.getMethodName().equals("wait"));
	}

	@EachRacers
	void shouldNotTakeAHandOverForADeadlock(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(this.gate::lock);
		two.does(this.gate::unlock);
		one.does(this.gate::lock);
		one.run(this.gate::lockInterruptibly);
		awaitWaiters(this.gate, 1);
		assertThat(this.detector.check()).isEmpty();
	}

	@EachRacers
	void shouldNotTakeAWaitWithATimeoutForADeadlock(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		one.does(this.ledger::lock);
		two.does(this.journal::lock);
		one.run(this.journal::lockInterruptibly);
		two.call(() -> this.ledger.tryLock(Duration.ofMinutes(1)));
		awaitWaiters(this.journal, 1);
		awaitWaiters(this.ledger, 1);
		assertThat(this.detector.check()).isEmpty();
	}

	@EachRacers
	void shouldFindAThreadThatNeedsItsLockAgainAfterACondition(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		NamedCondition condition = this.ledger.newCondition("condition");
		one.does(() -> {
			this.ledger.lock();
			this.journal.lock();
		});
		one.run(condition::await);
		await().until(() -> !this.ledger.isLocked());
		two.does(() -> {
			this.ledger.lock();
			condition.signal();
		});
		two.run(this.journal::lockInterruptibly);
		awaitDeadlocks(1);
		assertThat(thread(this.detector.deadlocks().get(0), "one").waitsFor()).isEqualTo("ledger");
		two.interrupt();
	}

	@EachRacers
	void shouldFindNoneWhereThereIsNone(Racers racers) throws Exception {
		List<CompletableFuture<Void>> busy = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			busy.add(worker(racers, "busy-" + i).run(() -> {
				for (int round = 0; round < 5000; round++) {
					try (Hold one = this.ledger.hold();
							Hold two = this.journal.hold();
							Hold three = this.printer.hold()) {
						this.gate.lock();
						this.gate.unlock();
					}
				}
			}));
		}
		CompletableFuture<Void> all = CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new));
		while (!all.isDone()) {
			assertThat(this.detector.check()).isEmpty();
		}
		get(all);
		assertThat(this.reported).isEmpty();
	}

	@EachRacers
	void shouldLookAgainAndAgain(Racers racers) throws Exception {
		this.detector.start(Duration.ofMillis(5));
		assertThatIllegalStateException().isThrownBy(() -> this.detector.start(Duration.ofMillis(5)));
		cross(racers, this.ledger, this.journal);
		await().until(() -> this.reported.size() == 1);
		assertThat(this.detector.deadlocks()).isEqualTo(this.reported);
	}

	@Test
	void shouldLookOnTheGivenScheduler() throws Exception {
		ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
		try {
			this.detector.start(scheduler, Duration.ofMillis(5));
			cross(Racers.PLATFORM, this.ledger, this.journal);
			await().until(() -> this.reported.size() == 1);
			this.detector.close();
			assertThat(scheduler.isShutdown()).isFalse();
		}
		finally {
			scheduler.shutdownNow();
		}
	}

	@Test
	void shouldGoOnWhenItsListenerFails() throws Exception {
		DeadlockDetector failing = new DeadlockDetector(() -> this.synchronizers, (deadlock) -> {
			throw new IllegalStateException("expected by this test");
		});
		cross(Racers.PLATFORM, this.ledger, this.journal);
		await().until(() -> failing.check().size() == 1);
	}

	@Test
	void shouldRefuseAnIntervalThatIsNotPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.detector.start(Duration.ZERO))
			.withMessage("'interval' must be positive but is PT0S");
	}

	private void awaitDeadlocks(int count) {
		await().pollInterval(Duration.ofMillis(5)).until(() -> this.detector.check().size() == count);
	}

	private static DeadlockedThread thread(Deadlock deadlock, String name) {
		return deadlock.threads().stream().filter((thread) -> thread.thread().equals(name)).findFirst().orElseThrow();
	}

}
