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

package io.heddle.autoconfigure.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;
import io.heddle.process.WorkerCrashedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HeddleProcessPoolAutoConfiguration}.
 */
class HeddleProcessPoolAutoConfigurationTests {

	@Test
	void shouldRegisterNothingWithoutEntries() {
		HeddleRunner.create().run((context) -> assertThat(context).doesNotHaveBean(ProcessPool.class));
	}

	@Test
	void shouldMakeEachEntryABean() {
		threads("imaging", "pdf").run((context) -> {
			assertThat(context.getBeansOfType(ProcessPool.class)).containsOnlyKeys("imaging", "pdf");
			ProcessPool imaging = context.getBean("imaging", ProcessPool.class);
			assertThat(imaging.name()).isEqualTo("imaging");
			assertThat(imaging.submit(() -> 42).get()).isEqualTo(42);
		});
	}

	@Test
	void shouldLeaveInjectionByPlainTypeToOthers() {
		threads("imaging").withUserConfiguration(Trap.class)
			.run((context) -> assertThat(context.getBean(Trap.class).imaging)
				.isSameAs(context.getBean("applicationTaskExecutor")));
	}

	@Test
	void shouldBeInjectedByQualifier() {
		threads("imaging").withUserConfiguration(Qualified.class).run((context) -> {
			Qualified bean = context.getBean(Qualified.class);
			assertThat(bean.pool).isSameAs(bean.executor).isSameAs(bean.service).isSameAs(context.getBean("imaging"));
		});
	}

	@Test
	void shouldExplainAMissingQualifier() {
		AtomicReference<BeanFactory> beanFactory = new AtomicReference<>();
		threads("imaging").withUserConfiguration(Unqualified.class)
			.withInitializer((context) -> beanFactory.set(context.getBeanFactory()))
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure(), beanFactory.get());
				assertThat(failure.getDescription()).contains("needs a process pool")
					.contains("process pools are injected by their qualifier only");
				assertThat(failure.getAction()).contains("@Qualifier(\"imaging\")")
					.contains("process pools are: imaging");
			});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void shouldWarnOfAnExecutorThatHasTheNameOfAPool(CapturedOutput output) {
		threads("imaging").withUserConfiguration(Trap.class)
			.run((context) -> assertThat(output).contains("has the name of the process pool configured by "
					+ "'heddle.process-pools.imaging' but no qualifier"));
	}

	@Test
	void shouldRejectTheNameOfAnExecutor() {
		threads("imaging").withPropertyValues("heddle.executors.imaging.core-size=1").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure());
			assertThat(failure.getDescription()).contains("The process pool 'imaging'")
				.contains("'heddle.process-pools.imaging'")
				.contains("heddle.executors.imaging");
			assertThat(failure.getAction()).contains("Rename the entry");
		});
	}

	@Test
	void shouldRejectTheNameOfAnyBean() {
		threads("qualified").withBean("qualified", String.class, () -> "text").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("The process pool 'qualified'");
		});
	}

	@Test
	void shouldHoldBackTasksWhileTheContextIsStopped() {
		threads("imaging").run((context) -> {
			ProcessPool pool = context.getBean("imaging", ProcessPool.class);
			((ConfigurableApplicationContext) context.getSourceApplicationContext()).stop();
			assertThat(pool.isPaused()).isTrue();
			((ConfigurableApplicationContext) context.getSourceApplicationContext()).start();
			assertThat(pool.isPaused()).isFalse();
		});
	}

	@Test
	void shouldServeWhatStopsBeforeItWhenTheContextCloses() {
		AtomicReference<String> served = new AtomicReference<>();
		threads("imaging").withBean(LateCaller.class, () -> new LateCaller(served))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(served).hasValue("served");
	}

	@Test
	void shouldRunTasksInWorkersThatEndWithTheContext() {
		AtomicReference<ProcessHandle> worker = new AtomicReference<>();
		workers("imaging").run((context) -> {
			ProcessPool pool = context.getBean("imaging", ProcessPool.class);
			long pid = pool.submit(() -> ProcessHandle.current().pid()).get(60, TimeUnit.SECONDS);
			assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
			assertThat(pool.workers()).singleElement().satisfies((found) -> assertThat(found.pid()).isEqualTo(pid));
			worker.set(ProcessHandle.of(pid).orElseThrow());
			assertThat(worker.get().isAlive()).isTrue();
		});
		assertThat(worker.get().isAlive()).isFalse();
	}

	@Test
	void shouldFinishTasksOnShutdownIfConfigured(@TempDir Path folder) {
		AtomicReference<CompletableFuture<String>> task = new AtomicReference<>();
		String closing = folder.resolve("closing").toString();
		workers("imaging").withPropertyValues("heddle.process-pools.imaging.shutdown.period=60s")
			.withInitializer((context) -> context
				.addApplicationListener((ApplicationListener<ContextClosedEvent>) (event) -> create(closing)))
			.run((context) -> {
				ProcessPool pool = context.getBean("imaging", ProcessPool.class);
				task.set(pool.submit(() -> {
					while (!Files.exists(Path.of(closing))) {
						Thread.sleep(10);
					}
					return "finished";
				}));
			});
		assertThat(task.get()).isCompletedWithValue("finished");
	}

	private static void create(String file) {
		try {
			Files.createFile(Path.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void shouldCancelTasksOnShutdownOtherwise() {
		AtomicReference<CompletableFuture<String>> task = new AtomicReference<>();
		workers("imaging")
			.withPropertyValues("heddle.process-pools.imaging.kill-grace=100ms",
					"spring.lifecycle.timeout-per-shutdown-phase=100ms")
			.run((context) -> {
				ProcessPool pool = context.getBean("imaging", ProcessPool.class);
				pool.submit(() -> "warm").get(60, TimeUnit.SECONDS);
				task.set(pool.submit(() -> {
					Thread.sleep(60_000);
					return "finished";
				}));
			});
		assertThat(task.get()).isDone().isCompletedExceptionally();
	}

	@Test
	void shouldPublishTheCrashOfAWorker() {
		workers("imaging").withUserConfiguration(Listener.class).run((context) -> {
			ProcessPool pool = context.getBean("imaging", ProcessPool.class);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> {
				Runtime.getRuntime().halt(3);
				return 0;
			}).get(60, TimeUnit.SECONDS)).withCauseInstanceOf(WorkerCrashedException.class);
			CopyOnWriteArrayList<WorkerCrashedEvent> crashes = context.getBean(Listener.class).crashes;
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !crashes.isEmpty());
			assertThat(crashes).singleElement().satisfies((event) -> {
				assertThat(event.getExecutor()).isSameAs(pool);
				assertThat(event.getCrash().exitCode()).hasValue(3);
			});
			assertThat(pool.submit(() -> "healed").get(60, TimeUnit.SECONDS)).isEqualTo("healed");
		});
	}

	private ApplicationContextRunner threads(String... names) {
		ApplicationContextRunner runner = HeddleRunner.create();
		for (String name : names) {
			runner = runner.withPropertyValues("heddle.process-pools." + name + ".start-method=thread");
		}
		return runner;
	}

	private ApplicationContextRunner workers(String name) {
		String key = "heddle.process-pools." + name;
		return HeddleRunner.create(key + ".size=1", key + ".jvm.class-data-archive=false")
			.withUserConfiguration(Packages.class);
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = HeddleProcessPoolAutoConfigurationTests.class)
	static class Packages {

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		private final ProcessPool pool;

		private final NamedExecutor executor;

		private final ExecutorService service;

		Qualified(@Qualifier("imaging") ProcessPool pool, @Qualifier("imaging") NamedExecutor executor,
				@Qualifier("imaging") ExecutorService service) {
			this.pool = pool;
			this.executor = executor;
			this.service = service;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unqualified {

		@Bean
		String user(ProcessPool imaging) {
			return imaging.name();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Trap {

		@Autowired
		Executor imaging;

	}

	@Configuration(proxyBeanMethods = false)
	static class Listener {

		private final CopyOnWriteArrayList<WorkerCrashedEvent> crashes = new CopyOnWriteArrayList<>();

		@EventListener
		void crashed(WorkerCrashedEvent event) {
			this.crashes.add(event);
		}

	}

	/**
	 * Uses a pool while it stops, as the requests in flight of a web server do.
	 */
	static class LateCaller implements SmartLifecycle {

		private final AtomicReference<String> served;

		@Autowired
		@Qualifier("imaging")
		private ProcessPool pool;

		private boolean running;

		LateCaller(AtomicReference<String> served) {
			this.served = served;
		}

		@Override
		public int getPhase() {
			return Integer.MAX_VALUE;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public void stop(Runnable callback) {
			this.served.set(this.pool.submit(() -> "served").join());
			stop();
			callback.run();
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
