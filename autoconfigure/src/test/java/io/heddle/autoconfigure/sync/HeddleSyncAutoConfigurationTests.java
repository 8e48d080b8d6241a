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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerListener;
import io.heddle.sync.Timer;
import io.heddle.sync.TimerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the beans of {@link HeddleSyncAutoConfiguration}.
 */
class HeddleSyncAutoConfigurationTests {

	private final ApplicationContextRunner runner = HeddleRunner.create("heddle.locks.ledger.fair=true",
			"heddle.semaphores.smtp.permits=10", "heddle.events.warmed-up.set=false",
			"heddle.barriers.cutover.parties=3", "heddle.barriers.cutover.timeout=30s");

	@Test
	void shouldMakeABeanOfEachEntry() {
		this.runner.run((context) -> {
			assertThat(context.getBeansOfType(Synchronizer.class)).containsOnlyKeys("ledger", "smtp", "warmed-up",
					"cutover");
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			assertThat(ledger.name()).isEqualTo("ledger");
			assertThat(ledger.isFair()).isTrue();
			assertThat(ledger.isReentrant()).isTrue();
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			assertThat(smtp.permits()).isEqualTo(10);
			assertThat(smtp.isFair()).isTrue();
			assertThat(smtp.isBounded()).isTrue();
			assertThat(context.getBean("warmed-up", NamedEvent.class).isSet()).isFalse();
			NamedBarrier cutover = context.getBean("cutover", NamedBarrier.class);
			assertThat(cutover.parties()).isEqualTo(3);
			assertThat(cutover.timeout()).isEqualTo(Duration.ofSeconds(30));
		});
	}

	@Test
	void shouldMakeABeanOfAnEntryThatSetsNothing() {
		HeddleRunner.create("heddle.locks.ledger=", "heddle.semaphores.smtp=", "heddle.events.ready=")
			.run((context) -> assertThat(context.getBeansOfType(Synchronizer.class)).containsOnlyKeys("ledger", "smtp",
					"ready"));
	}

	@Test
	void shouldInheritTheDefaults() {
		HeddleRunner
			.create("heddle.defaults.locks.reentrant=false", "heddle.locks.ledger.fair=true",
					"heddle.defaults.semaphores.fair=false", "heddle.semaphores.smtp.permits=2",
					"heddle.defaults.events.set=true", "heddle.events.ready=", "heddle.defaults.barriers.parties=2",
					"heddle.barriers.cutover.timeout=1s")
			.run((context) -> {
				assertThat(context.getBean("ledger", NamedLock.class).isReentrant()).isFalse();
				assertThat(context.getBean("smtp", NamedSemaphore.class).isFair()).isFalse();
				assertThat(context.getBean("ready", NamedEvent.class).isSet()).isTrue();
				assertThat(context.getBean("cutover", NamedBarrier.class).parties()).isEqualTo(2);
			});
	}

	@Test
	void shouldInjectByTypeAndByTheNameOfTheParameter() {
		this.runner.withPropertyValues("heddle.locks.journal.fair=true")
			.withUserConfiguration(InjectedConfiguration.class)
			.run((context) -> {
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.ledger()).isSameAs(context.getBean("ledger"));
				assertThat(injected.journal()).isSameAs(context.getBean("journal"));
				assertThat(injected.any()).isSameAs(context.getBean("cutover"));
			});
	}

	@Test
	void shouldUseTheSynchronizersOfTheParentInAChild() {
		this.runner
			.run((parent) -> HeddleRunner.create("heddle.locks.ledger.fair=true", "heddle.locks.journal.fair=true")
				.withParent(parent)
				.run((child) -> {
					assertThat(child).hasNotFailed();
					assertThat(child.containsLocalBean("ledger")).isFalse();
					assertThat(child.containsLocalBean("journal")).isTrue();
				}));
	}

	@Test
	void shouldTellListenerBeansOfWaits() {
		RecordingListener recording = new RecordingListener();
		this.runner.withBean(SynchronizerListener.class, () -> recording).run((context) -> {
			NamedLock ledger = context.getBean("ledger", NamedLock.class);
			ledger.lock();
			FutureTask<Boolean> waiting = start(() -> ledger.tryLock(Duration.ofMillis(1)));
			assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
			ledger.unlock();
			assertThat(recording.contended).isEqualTo("ledger");
		});
	}

	@Test
	void shouldPublishThatAThreadWentWithout() {
		this.runner.withBean(Events.class).run((context) -> {
			NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
			smtp.acquire(10);
			assertThat(smtp.tryAcquire(Duration.ofMillis(1))).isFalse();
			SynchronizerTimedOutEvent event = context.getBean(Events.class).timedOut.getNow(null);
			assertThat(event.getSynchronizer()).isSameAs(smtp);
			assertThat(event.getSynchronizerName()).isEqualTo("smtp");
			assertThat(event.getWaited()).isPositive();
		});
	}

	@Test
	void shouldPublishThatABarrierWasBroken() {
		this.runner.withBean(Events.class).run((context) -> {
			NamedBarrier cutover = context.getBean("cutover", NamedBarrier.class);
			cutover.abort();
			BarrierBrokenEvent event = context.getBean(Events.class).broken.getNow(null);
			assertThat(event.getSynchronizer()).isSameAs(cutover);
			assertThat(event.getBrokenBy()).contains("aborted");
		});
	}

	@Test
	void shouldHandWhatATimerThrowsToTheHandlerBean() {
		List<String> handled = new CopyOnWriteArrayList<>();
		this.runner
			.withBean(UncaughtTaskExceptionHandler.class,
					() -> (thread, timer, action, exception) -> handled
						.add(thread.getName() + ", " + timer + ", " + action + ", " + exception.getMessage()))
			.run((context) -> {
				context.getBean(TimerFactory.class).create("reminder", Duration.ZERO, () -> {
					throw new IllegalStateException("bang");
				}).start().join();
				assertThat(handled).containsExactly("reminder, reminder, " + getClass().getName() + " (lambda), bang");
			});
	}

	@Test
	void shouldMakeTimersWithoutAHandlerBean() {
		this.runner.run((context) -> {
			Timer timer = context.getBean(TimerFactory.class).create("reminder", Duration.ZERO, () -> {
			}).start();
			timer.join();
			assertThat(timer.hasFired()).isTrue();
		});
	}

	@Test
	void shouldUseTheTimerFactoryOfTheUser() {
		TimerFactory mine = new TimerFactory((thread, timer, action, exception) -> {
		});
		this.runner.withBean("mine", TimerFactory.class, () -> mine)
			.run((context) -> assertThat(context).getBean(TimerFactory.class).isSameAs(mine));
	}

	@Test
	void shouldFreeThoseThatWaitWhenTheContextIsClosed() {
		CompletableFuture<FutureTask<?>> atBarrier = new CompletableFuture<>();
		CompletableFuture<FutureTask<?>> atEvent = new CompletableFuture<>();
		CompletableFuture<Events> events = new CompletableFuture<>();
		this.runner.withBean(Events.class).run((context) -> {
			NamedBarrier cutover = context.getBean("cutover", NamedBarrier.class);
			NamedEvent warmedUp = context.getBean("warmed-up", NamedEvent.class);
			events.complete(context.getBean(Events.class));
			atBarrier.complete(start(() -> cutover.await()));
			atEvent.complete(start(() -> warmedUp.await(Duration.ofMinutes(1))));
			await().until(() -> cutover.waiting() == 1 && warmedUp.waiters().size() == 1);
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> atBarrier.get().get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(BrokenBarrierException.class);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> atEvent.get().get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(IllegalStateException.class)
			.withMessageContaining("Event 'warmed-up' is closed");
		assertThat(events.join().broken).isNotDone();
	}

	private static <T> FutureTask<T> start(Callable<T> task) {
		FutureTask<T> future = new FutureTask<>(task);
		new Thread(future).start();
		return future;
	}

	private static final class RecordingListener implements SynchronizerListener {

		private volatile String contended;

		@Override
		public void onContended(Synchronizer synchronizer) {
			this.contended = synchronizer.name();
		}

	}

	record Injected(Lock ledger, NamedLock journal, NamedBarrier any) {
	}

	static class Events {

		private final CompletableFuture<SynchronizerTimedOutEvent> timedOut = new CompletableFuture<>();

		private final CompletableFuture<BarrierBrokenEvent> broken = new CompletableFuture<>();

		@EventListener
		void on(SynchronizerTimedOutEvent event) {
			this.timedOut.complete(event);
		}

		@EventListener
		void on(BarrierBrokenEvent event) {
			this.broken.complete(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InjectedConfiguration {

		@Bean
		Injected injected(Lock ledger, NamedLock journal, NamedBarrier any, List<Synchronizer> all) {
			assertThat(all).hasSize(5);
			return new Injected(ledger, journal, any);
		}

	}

}
