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

package io.heddle.autoconfigure.subprocess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.RunningProcess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SubprocessLifecycle}: how what runs ends with its context.
 */
class SubprocessLifecycleTests {

	private static final String[] NAP = { "heddle.subprocesses.nap.command=sleep",
			"heddle.subprocesses.nap.allow-arguments=[0-9.]+", "heddle.subprocesses.nap.kill-grace=1s",
			"heddle.executors.work.core-size=1" };

	@Test
	void shouldLetWhatRunsEndInItsPhase() throws Exception {
		List<CompletableFuture<CompletedProcess>> run = new ArrayList<>();
		create().run((context) -> {
			Subprocess nap = context.getBean("nap", Subprocess.class);
			run.add(nap.runAsync("0.4"));
		});
		assertThat(run.get(0).get(10, TimeUnit.SECONDS).isSuccess()).isTrue();
	}

	@Test
	void shouldEndWhatTakesLongerThanThePhase() {
		List<ProcessHandle> processes = new ArrayList<>();
		List<CompletableFuture<CompletedProcess>> run = new ArrayList<>();
		List<Object> events = new CopyOnWriteArrayList<>();
		create().withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=100ms")
			.withBean("events", ApplicationListener.class, () -> (ApplicationListener<SubprocessEvent>) events::add)
			.run((context) -> {
				Subprocess nap = context.getBean("nap", Subprocess.class);
				run.add(nap.runAsync("60"));
				await().until(() -> nap.running().size() == 1);
				processes.add(ProcessHandle.of(nap.running().get(0).pid()).orElseThrow());
			});
		await().atMost(Duration.ofSeconds(10)).until(() -> run.get(0).isDone() && !processes.get(0).isAlive());
		assertThat(events).isEmpty();
	}

	@Test
	void shouldNotTakeTheSumOfTheGracesOfAllPolicies() {
		long[] closing = new long[1];
		String[] names = { "one", "two", "three", "four" };
		String[] properties = Arrays.stream(names)
			.flatMap((name) -> Stream
				.of(".command[0]=sh", ".command[1]=-c",
						".command[2]=trap '' TERM; echo ready; while :; do sleep 0.1; done", ".kill-grace=2s")
				.map((property) -> "heddle.subprocesses." + name + property))
			.toArray(String[]::new);
		create().withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=100ms")
			.withPropertyValues(properties)
			.run((context) -> {
				for (String name : names) {
					RunningProcess process = context.getBean(name, Subprocess.class).start();
					assertThat(process.stdoutLines().findFirst()).hasValue("ready");
				}
				closing[0] = System.nanoTime();
			});
		assertThat(Duration.ofNanos(System.nanoTime() - closing[0])).isBetween(Duration.ofSeconds(2),
				Duration.ofSeconds(5));
	}

	@Test
	void shouldLeaveAloneWhatRunsByOthersWhenOnePolicyIsRenewed() {
		create()
			.withPropertyValues("heddle.subprocesses.other.command=sleep",
					"heddle.subprocesses.other.allow-arguments=[0-9.]+")
			.run((context) -> {
				RunningProcess one = context.getBean("nap", Subprocess.class).start("60");
				RunningProcess other = context.getBean("other", Subprocess.class).start("60");
				((DefaultListableBeanFactory) context.getSourceApplicationContext().getBeanFactory())
					.destroySingleton("nap");
				assertThat(one.waitFor(Duration.ofSeconds(10))).isTrue();
				assertThat(other.poll()).isEmpty();
				assertThat(context.getBean("other", Subprocess.class).run("0").isSuccess()).isTrue();
			});
	}

	@Test
	void shouldRunWhatExecutorsStillAskFor() throws Exception {
		List<CompletableFuture<Integer>> tasks = new ArrayList<>();
		Subprocess[] nap = new Subprocess[1];
		create()
			.withPropertyValues("heddle.executors.work.shutdown.await-termination=true",
					"heddle.executors.work.shutdown.period=30s", "spring.lifecycle.timeout-per-shutdown-phase=100ms")
			.run((context) -> {
				nap[0] = context.getBean("nap", Subprocess.class);
				NamedExecutor work = context.getBean("work", NamedExecutor.class);
				for (int i = 0; i < 3; i++) {
					tasks.add(work.submit(() -> nap[0].run("0.3").exitCode()));
				}
			});
		for (CompletableFuture<Integer> task : tasks) {
			assertThat(task.get(10, TimeUnit.SECONDS)).isZero();
		}
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(() -> nap[0].run("0"));
	}

	@Test
	void shouldEndAtOnceWithoutAnythingToWaitFor() {
		create().withBean("lazy", Subprocess.class, () -> {
			throw new AssertionError("created");
		}, (definition) -> definition.setLazyInit(true)).run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner create() {
		return HeddleRunner.create(NAP).withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class));
	}

}
