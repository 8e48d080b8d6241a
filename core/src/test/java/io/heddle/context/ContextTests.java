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

package io.heddle.context;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Context}.
 */
@Timeout(60)
class ContextTests {

	private final ContextVar<Integer> variable = ContextVar.of("variable", 0);

	static Stream<ThreadFactory> threads() throws ReflectiveOperationException {
		if (Runtime.version().feature() < 21) {
			return Stream.of(Thread::new);
		}
		Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
		Class<?> type = Class.forName("java.lang.Thread$Builder");
		return Stream.of(Thread::new, (ThreadFactory) type.getMethod("factory").invoke(builder));
	}

	@Test
	void shouldCopyTheValuesOfThatMoment() {
		Context.empty().run(() -> {
			this.variable.set(1);
			Context copy = Context.copy();
			this.variable.set(2);
			copy.run(() -> assertThat(this.variable.get()).isEqualTo(1));
			assertThat(this.variable.get()).isEqualTo(2);
		});
	}

	@Test
	void shouldBeEmpty() {
		Context.empty().run(() -> {
			this.variable.set(1);
			Context.empty().run(() -> assertThat(this.variable.get()).isZero());
		});
	}

	@Test
	void shouldKeepChangesWithinTheContext() {
		Context context = Context.copy();
		context.run(() -> this.variable.set(1));
		assertThat(this.variable.get()).isZero();
		context.run(() -> {
			assertThat(this.variable.get()).isEqualTo(1);
			this.variable.set(2);
		});
		assertThat(this.variable.get()).isZero();
		context.run(() -> assertThat(this.variable.get()).isEqualTo(2));
	}

	@Test
	void shouldKeepChangesWithinTheContextWhenTaskThrows() {
		Context context = Context.copy();
		assertThatIllegalStateException().isThrownBy(() -> context.run(() -> {
			this.variable.set(1);
			throw new IllegalStateException("Expected");
		})).withMessage("Expected");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> context.call(() -> {
			this.variable.set(this.variable.get() + 1);
			throw new IOException("Expected");
		})).withMessage("Expected");
		assertThat(this.variable.get()).isZero();
		context.run(() -> assertThat(this.variable.get()).isEqualTo(2));
	}

	@Test
	void shouldReturnWhatTheTaskReturns() throws Exception {
		Context context = Context.empty();
		context.run(() -> this.variable.set(1));
		assertThat(context.call(this.variable::get)).isEqualTo(1);
		assertThat(context.<Object>call(() -> null)).isNull();
	}

	@Test
	void shouldNest() {
		Context outer = Context.empty();
		Context inner = Context.empty();
		outer.run(() -> {
			this.variable.set(1);
			inner.run(() -> {
				this.variable.set(2);
				Context.copy().run(() -> this.variable.set(3));
				assertThat(this.variable.get()).isEqualTo(2);
			});
			assertThat(this.variable.get()).isEqualTo(1);
			inner.run(() -> assertThat(this.variable.get()).isEqualTo(2));
		});
		assertThat(this.variable.get()).isZero();
	}

	@Test
	void shouldRefuseToBeEnteredTwice() {
		Context context = Context.empty();
		context.run(() -> {
			this.variable.set(1);
			assertThat(context).hasToString("Context entered by thread '" + Thread.currentThread().getName() + "'");
			assertThatIllegalStateException().isThrownBy(() -> context.run(() -> this.variable.set(2)))
				.withMessageContaining("already entered by thread '" + Thread.currentThread().getName() + "'");
			assertThatIllegalStateException().isThrownBy(() -> context.call(() -> this.variable.set(2)));
			Context.empty()
				.run(() -> assertThatIllegalStateException().as("further out")
					.isThrownBy(() -> context.run(() -> this.variable.set(2))));
			assertThat(this.variable.get()).isEqualTo(1);
		});
		assertThat(context).hasToString("Context");
		context.run(() -> assertThat(this.variable.get()).isEqualTo(1));
	}

	@ParameterizedTest
	@MethodSource("threads")
	void shouldRefuseToBeEnteredWhileInAnotherThread(ThreadFactory threads) throws Exception {
		Context context = Context.empty();
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch latch = new CountDownLatch(1);
		Thread thread = threads.newThread(() -> context.run(() -> {
			this.variable.set(1);
			entered.countDown();
			await(latch);
		}));
		thread.setName("other");
		thread.start();
		entered.await();
		assertThatIllegalStateException().isThrownBy(() -> context.run(() -> this.variable.set(2)))
			.withMessageContaining("by thread 'other'");
		latch.countDown();
		thread.join();
		context.run(() -> assertThat(this.variable.get()).isEqualTo(1));
	}

	@ParameterizedTest
	@MethodSource("threads")
	void shouldLetOneThreadAfterTheOtherSeeTheChanges(ThreadFactory threads) throws Exception {
		Context context = Context.empty();
		AtomicInteger entered = new AtomicInteger();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			all.add(threads.newThread(() -> {
				for (int round = 0; round < 10_000; round++) {
					try {
						context.run(() -> this.variable.set(this.variable.get() + 1));
						entered.incrementAndGet();
					}
					catch (IllegalStateException ex) {
						// another thread is in it
						Thread.yield();
					}
					catch (Throwable ex) {
						failure.set(ex);
					}
				}
			}));
		}
		all.forEach(Thread::start);
		for (Thread thread : all) {
			thread.join();
		}
		assertThat(failure).hasNullValue();
		assertThat(entered).hasPositiveValue();
		context.run(() -> assertThat(this.variable.get()).isEqualTo(entered.get()));
	}

	@ParameterizedTest
	@MethodSource("threads")
	void shouldBeEmptyInANewThread(ThreadFactory threads) throws Exception {
		AtomicInteger seen = new AtomicInteger(-1);
		try (Token<Integer> token = this.variable.set(1)) {
			Thread thread = threads.newThread(() -> {
				seen.set(this.variable.get());
				this.variable.set(2);
			});
			thread.start();
			thread.join();
			assertThat(seen).hasValue(0);
			assertThat(this.variable.get()).isEqualTo(1);
			assertThat(token).isNotNull();
		}
	}

	@ParameterizedTest
	@MethodSource("threads")
	void shouldBeCopiedByManyThreadsThatChangeTheirOwn(ThreadFactory threads) throws Exception {
		Context.empty().call(() -> {
			this.variable.set(1);
			AtomicInteger failed = new AtomicInteger();
			List<Thread> all = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				int number = i;
				Context context = Context.copy();
				all.add(threads.newThread(() -> context.run(() -> {
					for (int round = 0; round < 1_000; round++) {
						if (this.variable.get() != ((round == 0) ? 1 : number)) {
							failed.incrementAndGet();
						}
						this.variable.set(number);
						Thread.yield();
					}
				})));
			}
			all.forEach(Thread::start);
			for (Thread thread : all) {
				thread.join();
			}
			assertThat(failed).hasValue(0);
			return null;
		});
	}

	@Test
	void shouldCopyAtTheSameCostWhateverItHolds() throws Exception {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		List<Long> allocated = new ArrayList<>();
		for (int size : new int[] { 1, 10_000 }) {
			allocated.add(Context.empty().call(() -> {
				for (int i = 0; i < size; i++) {
					ContextVar.of("filling").set("value");
				}
				long least = Long.MAX_VALUE;
				for (int round = 0; round < 100; round++) {
					long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
					Context copy = Context.copy();
					long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
					assertThat(copy).isNotNull();
					least = Math.min(least, after - before);
				}
				return least;
			}));
		}
		assertThat(allocated.get(1)).isEqualTo(allocated.get(0)).isLessThan(100);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
