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

import java.io.Serializable;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatelessTasks}.
 */
class StatelessTasksTests extends AbstractProcessPoolTests {

	private final StatelessTasks tasks = new StatelessTasks();

	@Test
	void shouldGiveOneFunctionToTasksThatHoldNothing() {
		PoolFunction first = this.tasks.of(new Holding.Nothing());
		assertThat(first).isNotNull().isSameAs(this.tasks.of(new Holding.Nothing()));
		ProcessTask<Integer> lambda = () -> 1;
		ProcessTask<Integer> other = () -> 1;
		assertThat(this.tasks.of(lambda)).isNotNull().isSameAs(this.tasks.of(lambda)).isNotSameAs(this.tasks.of(other));
	}

	@Test
	void shouldLeaveTasksAloneThatMayHoldSomething() {
		int number = 1;
		ProcessTask<Integer> capturing = () -> number + this.tasks.hashCode();
		assertThat(this.tasks.of(capturing)).isNull();
		assertThat(this.tasks.of(new Holding.Number(1))).isNull();
		assertThat(this.tasks.of(new Holding.NothingButNumber(1))).isNull();
		assertThat(this.tasks.of(new Holding.WaysOfItsOwn())).isNull();
		assertThat(this.tasks.of(Holding.Constant.ONE)).isNull();
	}

	@Test
	void shouldRunTasksThatHoldNothingManyTimesInManyWorkers() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).maxTasksPerWorker(3));
		for (int i = 0; i < 10; i++) {
			assertThat(pool.submit(() -> "done").get()).isEqualTo("done");
			assertThat(pool.submit(new Holding.Nothing()).get()).isEqualTo(0);
			assertThat(pool.submit(new Holding.Number(i)).get()).isEqualTo(i);
		}
	}

	/**
	 * Tasks of classes of their own.
	 */
	static final class Holding {

		private Holding() {
		}

		static class Nothing implements Callable<Integer>, Serializable {

			@Override
			public Integer call() {
				return 0;
			}

		}

		static class Number extends Nothing {

			private final int number;

			Number(int number) {
				this.number = number;
			}

			@Override
			public Integer call() {
				return this.number;
			}

		}

		static final class NothingButNumber extends Number {

			NothingButNumber(int number) {
				super(number);
			}

		}

		static final class WaysOfItsOwn extends Nothing {

			private Object writeReplace() {
				return new Number(7);
			}

		}

		enum Constant implements Callable<Integer> {

			ONE;

			@Override
			public Integer call() {
				return 1;
			}

		}

	}

}
