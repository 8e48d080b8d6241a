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

package io.heddle.autoconfigure.sync;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.VirtualThreadTaskExecutor;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockDetector;
import io.heddle.sync.DeadlockedThread;
import io.heddle.sync.NamedLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the search for deadlocks.
 */
@ExtendWith(OutputCaptureExtension.class)
class DeadlockTests {

	private final ApplicationContextRunner runner = HeddleRunner
		.create("heddle.locks.ledger.fair=true", "heddle.locks.journal.fair=true",
				"heddle.deadlocks.check-interval=20ms")
		.withBean(Events.class);

	@Test
	void shouldPublishADeadlockOnceWithNamesOwnersAndStacks(CapturedOutput output) {
		this.runner.run((context) -> {
			expectReport(context.getBean("ledger", NamedLock.class), context.getBean("journal", NamedLock.class),
					context.getBean(DeadlockDetector.class), context.getBean(Events.class), Thread::new);
			assertThat(output).contains("Deadlock of 2 threads")
				.contains("thread 'clerk' waits for lock 'journal' that is held by thread 'writer'")
				.contains("io.heddle.sync.NamedLock.lockInterruptibly(");
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldFindADeadlockOfVirtualThreads() {
		this.runner.run((context) -> expectReport(context.getBean("ledger", NamedLock.class),
				context.getBean("journal", NamedLock.class), context.getBean(DeadlockDetector.class),
				context.getBean(Events.class), new VirtualThreadTaskExecutor().getVirtualThreadFactory()));
	}

	@Test
	void shouldLookOnlyWhenAskedWithAnIntervalOfZero() {
		this.runner.withPropertyValues("heddle.deadlocks.check-interval=0").run((context) -> {
			assertThat(detectorThreads()).isEmpty();
			assertThat(context.getBean(DeadlockDetector.class).check()).isEmpty();
		});
	}

	@Test
	void shouldNotLookWhereThereIsNothingToHold() {
		HeddleRunner.create("heddle.events.ready.set=true").run((context) -> {
			assertThat(detectorThreads()).isEmpty();
			assertThat(context).hasSingleBean(DeadlockDetector.class);
		});
	}

	@Test
	void shouldLookForThoseOfTheJdkIfAskedTo() {
		HeddleRunner.create("heddle.deadlocks.check-interval=1h")
			.run((context) -> assertThat(detectorThreads()).hasSize(1));
	}

	@Test
	void shouldLookAtLocksOfTheUser() {
		HeddleRunner.create()
			.withBean("mine", NamedLock.class, () -> NamedLock.builder("mine").build())
			.run((context) -> assertThat(detectorThreads()).hasSize(1));
		await().untilAsserted(() -> assertThat(detectorThreads()).isEmpty());
	}

	@Test
	void shouldReportADeadlockOfTheParentOnceWhereThereIsAChild() {
		this.runner
			.run((parent) -> HeddleRunner.create("heddle.locks.other.fair=true", "heddle.deadlocks.check-interval=20ms")
				.withParent(parent)
				.run((child) -> expectReport(parent.getBean("ledger", NamedLock.class),
						parent.getBean("journal", NamedLock.class), child.getBean(DeadlockDetector.class),
						parent.getBean(Events.class), Thread::new)));
	}

	@Test
	void shouldReportADeadlockOfTheJdkInAChildOnlyIfItsParentDoesNotLook() {
		HeddleRunner.create()
			.withBean(Events.class)
			.run((parent) -> HeddleRunner.create("heddle.locks.other.fair=true", "heddle.deadlocks.check-interval=20ms")
				.withParent(parent)
				.run((child) -> {
					assertThat(detectorThreads()).hasSize(1);
					expectReport(new ReentrantLock(), new ReentrantLock(), child.getBean(DeadlockDetector.class),
							parent.getBean(Events.class), Thread::new);
				}));
		this.runner
			.run((parent) -> HeddleRunner.create("heddle.locks.other.fair=true", "heddle.deadlocks.check-interval=20ms")
				.withParent(parent)
				.run((child) -> expectReport(new ReentrantLock(), new ReentrantLock(),
						child.getBean(DeadlockDetector.class), parent.getBean(Events.class), Thread::new)));
	}

	private static List<Thread> detectorThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("heddle-deadlock-detector"))
			.toList();
	}

	private static void expectReport(Lock ledger, Lock journal, DeadlockDetector detector, Events events,
			ThreadFactory threads) throws InterruptedException {
		CountDownLatch bothHold = new CountDownLatch(2);
		Thread clerk = threads.newThread(() -> lockBoth(ledger, journal, bothHold));
		Thread writer = threads.newThread(() -> lockBoth(journal, ledger, bothHold));
		clerk.setName("clerk");
		writer.setName("writer");
		clerk.start();
		writer.start();
		try {
			Deadlock deadlock = await().until(() -> events.found.peek(), (found) -> found != null).getDeadlock();
			assertThat(deadlock.threads()).extracting(DeadlockedThread::thread)
				.containsExactlyInAnyOrder("clerk", "writer");
			assertThat(deadlock.threads()).extracting((thread) -> thread.waitsFor().replaceFirst("\\$.*", ""))
				.containsExactlyInAnyOrder(name(ledger), name(journal));
			assertThat(deadlock.threads()).allSatisfy((thread) -> assertThat(thread.stack()).isNotEmpty());
			assertThat(detector.check()).singleElement()
				.satisfies((found) -> assertThat(found.threads()).hasSameSizeAs(deadlock.threads()));
			await().pollDelay(Duration.ofMillis(100)).until(() -> true);
			assertThat(events.found).hasSize(1);
		}
		finally {
			clerk.interrupt();
			clerk.join();
			writer.join();
		}
		await().untilAsserted(() -> assertThat(detector.check()).isEmpty());
	}

	private static String name(Lock lock) {
		return (lock instanceof NamedLock named) ? named.name() : lock.getClass().getName();
	}

	private static void lockBoth(Lock first, Lock second, CountDownLatch bothHold) {
		first.lock();
		try {
			bothHold.countDown();
			bothHold.await();
			second.lockInterruptibly();
			second.unlock();
		}
		catch (InterruptedException ex) {
			// was freed
		}
		finally {
			first.unlock();
		}
	}

	static class Events {

		private final BlockingQueue<DeadlockFoundEvent> found = new LinkedBlockingQueue<>();

		@EventListener
		void on(DeadlockFoundEvent event) {
			this.found.add(event);
		}

	}

}
