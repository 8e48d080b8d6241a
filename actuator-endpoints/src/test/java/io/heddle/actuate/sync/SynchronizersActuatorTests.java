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

package io.heddle.actuate.sync;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.task.VirtualThreadTaskExecutor;

import io.heddle.actuate.sync.DeadlockDescriptor.MemberDescriptor;
import io.heddle.actuate.thread.ThreadsEndpoint;
import io.heddle.actuate.thread.ThreadsEndpointAutoConfiguration;
import io.heddle.autoconfigure.sync.HeddleSyncAutoConfiguration;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the health and the meters of synchronizers, and for deadlocks as the
 * endpoints show them.
 */
class SynchronizersActuatorTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HeddleSyncAutoConfiguration.class,
				SynchronizersHealthContributorAutoConfiguration.class, SynchronizerMetricsAutoConfiguration.class,
				ThreadsEndpointAutoConfiguration.class, MetricsAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class)
		.withPropertyValues("management.endpoints.web.exposure.include=*", "heddle.locks.ledger.fair=true",
				"heddle.locks.journal.fair=true", "heddle.semaphores.smtp.permits=3", "heddle.events.ready.set=true",
				"heddle.barriers.cutover.parties=2");

	@Test
	void shouldBeUpAndShowWhereThreadsWait() {
		this.runner.run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			ledger.lock();
			Thread waiting = new Thread(() -> {
				ledger.lock();
				ledger.unlock();
			});
			waiting.start();
			await().until(() -> ledger.waiters().size() == 1);
			Health health = health(context);
			ledger.unlock();
			waiting.join();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsOnlyKeys("ledger", "journal", "smtp", "ready", "cutover")
				.containsEntry("journal", new SynchronizerHealth(0, null, null));
			assertThat(health.getDetails().get("ledger"))
				.isInstanceOfSatisfying(SynchronizerHealth.class, (details) -> {
					assertThat(details.waiters()).isOne();
					assertThat(details.longestWait()).isPositive();
				});
		});
	}

	@Test
	void shouldBeUpWhileABarrierIsBrokenAndSayWhy() {
		this.runner.run((context) -> {
			context.getBean("cutover", NamedBarrier.class).abort();
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails().get("cutover")).extracting("brokenBy").asString().contains("aborted");
		});
	}

	@Test
	void shouldBeDownOnADeadlockAndShowItInTheThreads() {
		this.runner.run((context) -> expectDeadlock(context, Thread::new, false));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldBeDownOnADeadlockOfVirtualThreads() {
		this.runner.run((context) -> expectDeadlock(context,
				new VirtualThreadTaskExecutor().getVirtualThreadFactory(), true));
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.runner.withPropertyValues("management.health.synchronizers.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SynchronizersHealthIndicator.class));
	}

	@Test
	void shouldBackOffWithoutHealthAndMeters() {
		new ApplicationContextRunner().withUserConfiguration(AutoConfiguredApplication.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health",
					"org.springframework.boot.micrometer.metrics"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("synchronizersHealthIndicator")
				.doesNotHaveBean("synchronizerMetrics"));
	}

	@Test
	void shouldHaveAHealthIndicatorWhateverThereIsAheadOfTime() {
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			aot.registerBean(SynchronizersHealthContributorAutoConfiguration.class);
			AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.getBeanFactory().containsBeanDefinition("synchronizersHealthIndicator")).isTrue();
		}
	}

	@Test
	void shouldMeterLocks() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			for (int i = 0; i < 1000; i++) {
				ledger.lock();
				ledger.unlock();
			}
			waitInVain(ledger);
			assertThat(registry.get("lock.acquired").tag("name", "ledger").functionCounter().count()).isEqualTo(1001);
			assertThat(registry.get("lock.contended").tag("name", "ledger").functionCounter().count()).isOne();
			assertThat(registry.get("lock.timed.out").tag("name", "ledger").functionCounter().count()).isOne();
			assertThat(registry.get("lock.wait").tag("name", "ledger").functionTimer().count()).isOne();
			assertThat(registry.get("lock.hold").tag("name", "ledger").functionTimer().count()).isBetween(0.0, 1001.0);
			assertThat(registry.get("lock.waiting").tag("name", "ledger").gauge().value()).isZero();
			assertThat(registry.get("lock.held").tag("name", "ledger").gauge().value()).isZero();
			assertThat(registry.find("lock.acquired").tag("name", "journal").meter()).isNotNull();
		});
	}

	@Test
	void shouldMeterSemaphoresEventsAndBarriers() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean("smtp", NamedSemaphore.class).acquire(2);
			context.getBean("cutover", NamedBarrier.class).abort();
			assertThat(registry.get("semaphore.permits").tag("name", "smtp").gauge().value()).isEqualTo(3);
			assertThat(registry.get("semaphore.available").tag("name", "smtp").gauge().value()).isOne();
			assertThat(registry.get("event.set").tag("name", "ready").gauge().value()).isOne();
			assertThat(registry.get("barrier.broken").tag("name", "cutover").gauge().value()).isOne();
			assertThat(registry.get("barrier.missing").tag("name", "cutover").gauge().value()).isEqualTo(2);
			for (String kind : List.of("lock", "semaphore", "event", "barrier")) {
				assertThat(registry.find(kind + ".waiting").gauge()).isNotNull();
				assertThat(registry.find(kind + ".wait").functionTimer()).isNotNull();
				assertThat(registry.find(kind + ".contended").functionCounter()).isNotNull();
				assertThat(registry.find(kind + ".timed.out").functionCounter()).isNotNull();
			}
		});
	}

	private static void waitInVain(NamedLock lock) throws InterruptedException {
		lock.lock();
		Thread waiting = new Thread(() -> {
			try {
				lock.tryLock(Duration.ofMillis(1));
			}
			catch (InterruptedException ex) {
				// ends
			}
		});
		waiting.start();
		waiting.join();
		lock.unlock();
	}

	private static void expectDeadlock(ApplicationContext context, ThreadFactory threads, boolean virtual)
			throws InterruptedException {
		NamedLock ledger = context.getBean("ledger", NamedLock.class);
		NamedLock journal = context.getBean("journal", NamedLock.class);
		CountDownLatch bothHold = new CountDownLatch(2);
		Thread clerk = threads.newThread(() -> lockBoth(ledger, journal, bothHold));
		Thread writer = threads.newThread(() -> lockBoth(journal, ledger, bothHold));
		clerk.setName("clerk");
		writer.setName("writer");
		clerk.start();
		writer.start();
		try {
			Health health = await().until(() -> health(context), (found) -> found.getStatus() == Status.DOWN);
			@SuppressWarnings("unchecked")
			List<DeadlockDescriptor> inHealth = (List<DeadlockDescriptor>) health.getDetails().get("deadlocks");
			expectCircle(inHealth, virtual);
			ThreadsEndpoint endpoint = context.getBean(ThreadsEndpoint.class);
			expectCircle(endpoint.threads().deadlocks(), virtual);
			assertThat(endpoint.threads().threads().get("other").values().stream().flatMap(List::stream))
				.filteredOn((thread) -> thread.name().equals("clerk"))
				.singleElement()
				.satisfies((thread) -> {
					assertThat(thread.virtual()).isEqualTo(virtual);
					assertThat(thread.holds()).containsExactly("lock ledger");
					assertThat(thread.blockedOn().kind()).isEqualTo("lock");
					assertThat(thread.blockedOn().name()).isEqualTo("journal");
					assertThat(thread.blockedOn().waitingFor()).isGreaterThanOrEqualTo(Duration.ZERO);
					assertThat(thread.blockedOn().heldBy()).singleElement()
						.satisfies((holder) -> assertThat(holder.thread()).isEqualTo("writer"));
				});
		}
		finally {
			clerk.interrupt();
			clerk.join();
			writer.join();
		}
		assertThat(health(context).getStatus()).isEqualTo(Status.UP);
	}

	private static void expectCircle(List<DeadlockDescriptor> deadlocks, boolean virtual) {
		assertThat(deadlocks).singleElement().satisfies((deadlock) -> {
			assertThat(deadlock.foundAt()).isNotNull();
			assertThat(deadlock.threads()).extracting(MemberDescriptor::thread)
				.containsExactlyInAnyOrder("clerk", "writer");
			assertThat(deadlock.threads()).allSatisfy((thread) -> {
				assertThat(thread.kind()).isEqualTo("lock");
				assertThat(thread.virtual()).isEqualTo(virtual);
				assertThat(thread.waitsFor()).isEqualTo(thread.thread().equals("clerk") ? "journal" : "ledger");
				assertThat(thread.heldBy()).isEqualTo(thread.thread().equals("clerk") ? "writer" : "clerk");
				assertThat(thread.stack()).anyMatch((frame) -> frame.contains("SynchronizersActuatorTests.lockBoth"));
			});
		});
	}

	private static void lockBoth(NamedLock first, NamedLock second, CountDownLatch bothHold) {
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

	private static Health health(ApplicationContext context) {
		Health health = context.getBean(SynchronizersHealthIndicator.class).health();
		assertThat(health).isNotNull();
		return health;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SynchronizersHealthContributorAutoConfiguration.class,
			SynchronizerMetricsAutoConfiguration.class })
	static class AutoConfiguredApplication {

	}

}
