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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Rehearsal}.
 */
@Timeout(60)
class RehearsalTests {

	private static final int LIMIT = 1 << 20;

	@Test
	void shouldRunItsTaskOnTheWayOfAllOthers() throws Exception {
		List<TaskCodec> codecs = new ArrayList<>();
		List<TaskInvoker> invokers = new ArrayList<>();
		new Rehearsal().ofTask((codec) -> {
			TaskInvoker invoker = invoker(codec);
			codecs.add(codec);
			invokers.add(invoker);
			return invoker;
		});
		TaskCodec codec = codecs.get(0);
		Frame again = TaskCodecTests.received(codec.call(7, null, 1, new Object[0]), LIMIT);
		assertThat(codec.result(TaskCodecTests.received(invokers.get(0).run(again), LIMIT))).isEqualTo(1);
	}

	@Test
	void shouldLeaveWhatFailsToTheFirstTask() {
		assertThatNoException().isThrownBy(() -> new Rehearsal().ofTask((codec) -> {
			throw new IllegalStateException("not today");
		}));
	}

	@Test
	void shouldNotCountAsTask() throws Exception {
		ProcessPool pool = ProcessPool.builder("test")
			.size(1)
			.startMethod(StartMethod.WARM)
			.spares(1)
			.allow(List.of("io.heddle.process.**"))
			.build();
		try {
			await().until(() -> pool.poolSnapshot().spares() == 1);
			ProcessTask<Integer> task = () -> 1;
			assertThat(pool.submit(task).get(20, TimeUnit.SECONDS)).isOne();
			assertThat(pool.workers().get(0).tasksDone()).isOne();
		}
		finally {
			pool.killWorkers();
		}
	}

	private static TaskInvoker invoker(TaskCodec codec) {
		ReflectiveBeans beans = new ReflectiveBeans();
		return new TaskInvoker(codec, new TaskContexts(true), beans, RehearsalTests.class.getClassLoader(),
				new ChunkInvoker(codec, new WorkerInbox(Thread.currentThread()), null));
	}

}
