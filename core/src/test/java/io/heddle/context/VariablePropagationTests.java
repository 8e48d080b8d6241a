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

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ContextPropagation} with {@link ContextVar context variables}.
 */
class VariablePropagationTests {

	private final ContextPropagation propagation = ContextPropagation.create();

	private final ContextSession session = this.propagation.openSession();

	private final ContextVar<Object> user = ContextVar.of("user", "nobody");

	private final ContextVar<Object> order = ContextVar.of("order", 0);

	@AfterEach
	void clear() {
		this.session.clear();
		CurrentContext.get().enter(Context.empty());
	}

	@Test
	void shouldCaptureNothingWhenThereIsNothing() {
		assertThat(this.propagation.capture()).isNull();
		Token<Object> one = this.user.set("ann");
		Token<Object> two = this.order.set(1);
		this.user.reset(one);
		this.order.reset(two);
		assertThat(this.propagation.capture()).isNull();
	}

	@Test
	void shouldCaptureOnceWhileNothingChanges() {
		this.user.set("ann");
		Object captured = this.propagation.capture();
		assertThat(captured).isNotNull().isSameAs(this.propagation.capture());
		try (Token<Object> token = this.order.set(1)) {
			assertThat(this.propagation.capture()).isNotSameAs(captured);
			assertThat(token).isNotNull();
		}
		Object again = this.propagation.capture();
		this.session.run(again, () -> assertValues("ann", 0));
	}

	@Test
	void shouldShowTaskTheValuesOfItsSubmitter() {
		Object captured = capture("ann", 1);
		this.user.set("bob");
		this.propagation.run(captured, () -> assertValues("ann", 1));
		assertValues("bob", 0);
		this.session.run(captured, () -> assertValues("ann", 1));
		this.session.clear();
		assertValues("bob", 0);
	}

	@Test
	void shouldHideValuesOfThread() {
		this.user.set("thread");
		this.propagation.run(null, () -> assertValues("nobody", 0));
		this.session.run(null, () -> assertValues("nobody", 0));
		this.session.clear();
		assertValues("thread", 0);
	}

	@Test
	void shouldHideFromNextTaskWhatTaskHasSet() {
		Object captured = capture("ann", 1);
		Context thread = CurrentContext.get().context();
		for (Object context : new Object[] { captured, null, captured, captured, null, null }) {
			Object expected = (context != null) ? "ann" : "nobody";
			this.session.run(context, () -> {
				assertThat(this.user.get()).isEqualTo(expected);
				this.user.set("changed");
				this.order.set(2);
			});
		}
		this.session.clear();
		assertValues("nobody", 0);
		assertThat(CurrentContext.get().context()).isSameAs(thread);
	}

	@Test
	void shouldHideFromNextTaskWhatTaskHasSetBeforeItThrew() {
		Object captured = capture("ann", 1);
		for (Object context : new Object[] { captured, null }) {
			assertThatIllegalStateException().isThrownBy(() -> this.session.run(context, () -> {
				this.user.set("changed");
				throw new IllegalStateException("Expected");
			}));
			this.session.run(context,
					() -> assertValues((context != null) ? "ann" : "nobody", (context != null) ? 1 : 0));
		}
	}

	@Test
	void shouldKeepContextForNextTaskIfTaskResetsWhatItHasSet() {
		for (Object captured : new Object[] { capture("ann", 1), null }) {
			List<Context> contexts = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				this.session.run(captured, () -> {
					try (Token<Object> token = this.order.set(2)) {
						assertThat(token).isNotNull();
						contexts.add(CurrentContext.get().context());
					}
				});
			}
			this.session.clear();
			assertThat(contexts).hasSize(3).containsOnly(contexts.get(0));
		}
	}

	@Test
	void shouldRefuseTokenOfSubmitterInTask() {
		Token<Object> token = this.user.set("ann");
		this.session.run(this.propagation.capture(),
				() -> assertThatIllegalArgumentException().isThrownBy(token::close));
		this.session.clear();
		token.close();
		assertValues("nobody", 0);
	}

	@Test
	void shouldRefuseTokenOfTaskInTheNextOne() {
		for (Object captured : new Object[] { capture("ann", 1), null }) {
			List<Token<Object>> tokens = new ArrayList<>();
			this.session.run(captured, () -> {
				tokens.add(this.user.set("one"));
				tokens.add(this.user.set("two"));
				tokens.remove(0).close();
			});
			this.session.run(captured, () -> assertThatIllegalArgumentException().isThrownBy(tokens.get(0)::close));
			this.session.clear();
		}
	}

	@Test
	void shouldHideWhatAnAccessorSets() {
		RecordingAccessor accessor = new RecordingAccessor("tenant") {

			@Override
			void set(String value) {
				super.set(value);
				VariablePropagationTests.this.user.set(value);
			}

		};
		ContextRegistry.getInstance().registerThreadLocalAccessor(accessor);
		try {
			Object captured = this.propagation.capturedOf(Map.of("tenant", "acme"));
			this.order.set(1);
			this.session.run(captured, () -> assertValues("nobody", 0));
			this.session.clear();
			assertValues("nobody", 1);
			accessor.failing = true;
			assertThatIllegalStateException().isThrownBy(() -> this.session.run(captured, () -> {
			}));
			assertValues("nobody", 1);
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		}
	}

	@Test
	void shouldLetGoOfValuesWhenThreadsWait() throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			WeakReference<Object> value = runInKeptContext(thread);
			await().until(() -> {
				System.gc();
				return value.get() == null;
			});
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void shouldLetGoOfValueThatWasReset() {
		for (Runnable change : List.<Runnable>of(() -> {
		}, () -> Context.copy().run(() -> this.order.set(1)))) {
			WeakReference<Object> value = setAndReset(change);
			await().until(() -> {
				System.gc();
				return value.get() == null;
			});
		}
	}

	private WeakReference<Object> setAndReset(Runnable change) {
		Object value = new Object();
		try (Token<Object> token = this.user.set(value)) {
			change.run();
			assertThat(token).isNotNull();
		}
		return new WeakReference<>(value);
	}

	private WeakReference<Object> runInKeptContext(ExecutorService thread) throws Exception {
		Object value = new Object();
		Object captured = capture(value, 1);
		CountDownLatch latch = new CountDownLatch(1);
		thread.submit(() -> {
			ContextSession session = this.propagation.openSession();
			session.run(captured, () -> this.order.set(this.user.get()));
			session.clear();
			latch.countDown();
		}).get();
		latch.await();
		return new WeakReference<>(value);
	}

	private Object capture(Object user, Object order) {
		try (Token<Object> one = this.user.set(user); Token<Object> two = this.order.set(order)) {
			assertThat(one).isNotSameAs(two);
			return this.propagation.capture();
		}
	}

	private void assertValues(Object user, Object order) {
		assertThat(this.user.get()).isEqualTo(user);
		assertThat(this.order.get()).isEqualTo(order);
	}

}
