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

package io.heddle.process;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.heddle.executor.HostedTask;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskHost;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a task that is cancelled at the moment when it is sent.
 */
@Timeout(60)
class LateCancellationTests {

	private final ProcessPoolBuilder builder = ProcessPool.builder("test")
		.size(1)
		.allow(List.of("io.heddle.process.**"))
		.killGrace(Duration.ofMillis(500));

	/** Whether the next task is settled when it was sent and has not begun. **/
	private final AtomicBoolean late = new AtomicBoolean();

	@Test
	void shouldInterruptTaskThatWasCancelledBeforeItBegan() throws Exception {
		WorkerFleet fleet = fleet();
		NamedExecutor executor = NamedExecutor.builder("test").build(host(fleet));
		try {
			long pid = submit(executor, LateCancellationTests::pid).get(20, TimeUnit.SECONDS);
			this.late.set(true);
			CompletableFuture<Long> cancelled = submit(executor, LateCancellationTests::sleep);
			assertThat(cancelled).isCompletedExceptionally();
			assertThat(submit(executor, LateCancellationTests::pid).get(20, TimeUnit.SECONDS)).isEqualTo(pid);
		}
		finally {
			executor.shutdown();
			fleet.terminate(true);
			assertThat(executor.awaitTermination(Duration.ofSeconds(20))).isTrue();
		}
	}

	private static CompletableFuture<Long> submit(NamedExecutor executor, ProcessTask<Long> task) {
		return executor.submit(task);
	}

	private static long pid() {
		return ProcessHandle.current().pid();
	}

	private static long sleep() throws InterruptedException {
		Thread.sleep(60_000);
		return 0;
	}

	private WorkerFleet fleet() {
		LogForwarder log = new LogForwarder("test");
		TaskCodec codec = TaskCodec.of(this.builder.workerSettings());
		return new WorkerFleet(FleetSettings.of(this.builder), new WorkerStarter(log), codec,
				new TaskEncoder(codec, null), 0, new PoolEvents(new ProcessPoolListener() {
				}), log);
	}

	private TaskHost host(WorkerFleet fleet) {
		return proxy(TaskHost.class, fleet, (method, arguments) -> {
			if (method.equals("prepare")) {
				arguments[0] = settledLate((HostedTask) arguments[0]);
			}
		}, (method, arguments) -> {
			if (method.equals("start") && this.late.getAndSet(false)) {
				fleet.settled((HostedTask) arguments[0], false);
			}
		});
	}

	private HostedTask settledLate(HostedTask task) {
		return proxy(HostedTask.class, task, (method, arguments) -> {
			if (method.equals("begin") && this.late.get()) {
				task.fail(new CancellationException());
			}
		}, (method, arguments) -> {
		});
	}

	private static <T> T proxy(Class<T> type, T target, BiConsumer<String, Object[]> before,
			BiConsumer<String, Object[]> after) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				before.accept(method.getName(), arguments);
				Object result = method.invoke(target, arguments);
				after.accept(method.getName(), arguments);
				return result;
			}));
	}

}
