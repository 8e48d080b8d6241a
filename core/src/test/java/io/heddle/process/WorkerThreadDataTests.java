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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.heddle.context.ContextPropagation;
import io.heddle.sync.ThreadData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link ThreadData} in the threads that run the tasks of a process pool.
 */
class WorkerThreadDataTests extends AbstractProcessPoolTests {

	private static final ThreadData<Integer> DATA = ThreadData.of(() -> 1);

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldNotLeakFromOneTaskIntoTheNext(StartMethod startMethod) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(startMethod));
		assertEachTaskHasItsOwn(pool);
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldNotLeakWhereContextsTravel(StartMethod startMethod) throws Exception {
		ProcessPool pool = build(
				(builder) -> builder.size(1).startMethod(startMethod).contextCarrier(ContextPropagation.create()));
		assertEachTaskHasItsOwn(pool);
	}

	private static void assertEachTaskHasItsOwn(ProcessPool pool) throws Exception {
		String thread = pool.submit(WorkerThreadDataTests::next).get();
		for (int i = 0; i < 3; i++) {
			assertThat(pool.submit(WorkerThreadDataTests::next).get()).isEqualTo(thread);
			assertThatThrownBy(() -> pool.submit(WorkerThreadDataTests::fail).get())
				.hasMessageContaining("expected by this test");
		}
	}

	/**
	 * Leave a value behind.
	 * @return where that was
	 */
	private static String next() {
		set();
		return ProcessHandle.current().pid() + " " + Thread.currentThread().getId();
	}

	private static Object fail() {
		set();
		throw new IllegalStateException("expected by this test");
	}

	private static void set() {
		if (DATA.get() != 1) {
			throw new AssertionError("There is " + DATA.get() + " of a task before");
		}
		DATA.set(2);
		if (DATA.get() != 2) {
			throw new AssertionError("There is not what was set");
		}
	}

}
