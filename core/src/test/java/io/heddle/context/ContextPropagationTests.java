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

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.ThreadMXBean;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ContextPropagation}.
 */
@ParameterizedClass
@MethodSource("io.heddle.race.Racers#supported")
class ContextPropagationTests {

	private final ExecutorService worker;

	private final ContextPropagation propagation = ContextPropagation.create();

	private final RecordingAccessor user = new RecordingAccessor("user");

	private final RecordingAccessor tenant = new RecordingAccessor("tenant");

	ContextPropagationTests(Racers racers) {
		this.worker = Executors.newSingleThreadExecutor((target) -> racers.unstarted("worker", target));
	}

	@BeforeEach
	void register() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(this.user).registerThreadLocalAccessor(this.tenant);
	}

	@AfterEach
	void reset() {
		MDC.clear();
		this.worker.shutdownNow();
		for (Object key : List.of("user", "tenant", Slf4jThreadLocalAccessor.KEY)) {
			ContextRegistry.getInstance().removeThreadLocalAccessor(key);
		}
	}

	@Test
	void shouldCaptureNothingWhenThereIsNothing() {
		assertThat(this.propagation.capture()).isNull();
	}

	@Test
	void shouldCaptureNothingWhenMdcWasEmptied() {
		MDC.put("key", "value");
		MDC.remove("key");
		assertThat(this.propagation.capture()).isNull();
		assertThat(MDC.getCopyOfContextMap()).isNull();
	}

	@Test
	void shouldCaptureOnceWhileNothingChanges() {
		this.user.set("alice");
		MDC.put("request", "1");
		assertThat(this.propagation.capture()).isNotNull().isSameAs(this.propagation.capture());
	}

	@Test
	void shouldCaptureAnewWhenMdcChanges() throws Exception {
		MDC.put("request", "1");
		Object first = this.propagation.capture();
		MDC.put("request", "2");
		Object second = this.propagation.capture();
		MDC.put("request", "3");
		runOnWorker(first, () -> assertContext(null, null, Map.of("request", "1")));
		runOnWorker(second, () -> assertContext(null, null, Map.of("request", "2")));
	}

	@Test
	void shouldCaptureAnewWhenValueChanges() throws Exception {
		this.user.set("alice");
		Object first = this.propagation.capture();
		this.user.set("bob");
		Object second = this.propagation.capture();
		this.user.remove();
		this.tenant.set("acme");
		Object third = this.propagation.capture();
		runOnWorker(first, () -> assertContext("alice", null, Map.of()));
		runOnWorker(second, () -> assertContext("bob", null, Map.of()));
		runOnWorker(third, () -> assertContext(null, "acme", Map.of()));
	}

	@Test
	void shouldShowTaskTheValuesOfItsSubmitter() throws Exception {
		this.user.set("alice");
		MDC.put("request", "1");
		Object captured = this.propagation.capture();
		this.user.set("bob");
		MDC.put("request", "2");
		runOnWorker(captured, () -> assertContext("alice", null, Map.of("request", "1")));
		assertContext("bob", null, Map.of("request", "2"));
	}

	@Test
	void shouldCarryMdcAlone() throws Exception {
		MDC.put("request", "1");
		runOnWorker(this.propagation.capture(), () -> assertContext(null, null, Map.of("request", "1")));
		onWorker(() -> assertContext(null, null, Map.of()));
	}

	@Test
	void shouldCarryAccessorsAlone() throws Exception {
		this.user.set("alice");
		this.tenant.set("acme");
		runOnWorker(this.propagation.capture(), () -> assertContext("alice", "acme", Map.of()));
		onWorker(() -> assertContext(null, null, Map.of()));
	}

	@Test
	void shouldHideValuesOfThreadThatSubmitterDidNotHave() throws Exception {
		onWorker(() -> setContext("leftover", "leftover", "leftover"));
		this.user.set("alice");
		runOnWorker(this.propagation.capture(), () -> assertContext("alice", null, Map.of()));
		onWorker(() -> assertContext("leftover", "leftover", Map.of("key", "leftover")));
	}

	@Test
	void shouldHideValuesOfThreadWhenSubmitterHadNone() throws Exception {
		onWorker(() -> setContext("leftover", null, "leftover"));
		runOnWorker(this.propagation.capture(), () -> {
			assertContext(null, null, Map.of());
			setContext("changed", "changed", "changed");
		});
		onWorker(() -> assertContext("leftover", null, Map.of("key", "leftover")));
	}

	@Test
	void shouldForgetWhatTaskSets() throws Exception {
		runOnWorker(this.propagation.capture(), () -> setContext("alice", "acme", "1"));
		onWorker(() -> assertContext(null, null, Map.of()));
		this.user.set("bob");
		MDC.put("request", "2");
		runOnWorker(this.propagation.capture(), () -> setContext("alice", "acme", "1"));
		onWorker(() -> assertContext(null, null, Map.of()));
		assertContext("bob", null, Map.of("request", "2"));
	}

	@Test
	void shouldRestoreWhenTaskRemovesValues() throws Exception {
		onWorker(() -> setContext("leftover", "leftover", "leftover"));
		this.user.set("alice");
		MDC.put("request", "1");
		runOnWorker(this.propagation.capture(), () -> {
			this.user.remove();
			this.tenant.remove();
			MDC.clear();
		});
		onWorker(() -> assertContext("leftover", "leftover", Map.of("key", "leftover")));
	}

	@Test
	void shouldRestoreWhenTaskThrows() throws Exception {
		onWorker(() -> setContext("leftover", null, "leftover"));
		Object nothing = this.propagation.capture();
		setContext("alice", null, "1");
		for (Object captured : new Object[] { nothing, this.propagation.capture() }) {
			onWorker(() -> assertThatIllegalStateException().isThrownBy(() -> this.propagation.run(captured, () -> {
				setContext("changed", "changed", "changed");
				throw new IllegalStateException("Expected");
			})).withMessage("Expected"));
			onWorker(() -> assertContext("leftover", null, Map.of("key", "leftover")));
		}
	}

	@Test
	void shouldRestoreWhenTaskRunsOnTheThreadOfItsSubmitter() {
		setContext("alice", null, "1");
		this.propagation.run(this.propagation.capture(), () -> {
			assertContext("alice", null, Map.of("key", "1"));
			setContext("changed", "changed", "changed");
		});
		assertContext("alice", null, Map.of("key", "1"));
	}

	@Test
	void shouldNest() {
		setContext("alice", null, "1");
		Object outer = this.propagation.capture();
		setContext("bob", "acme", "2");
		Object inner = this.propagation.capture();
		setContext(null, null, null);
		this.propagation.run(outer, () -> {
			this.propagation.run(inner, () -> assertContext("bob", "acme", Map.of("key", "2")));
			assertContext("alice", null, Map.of("key", "1"));
			this.propagation.run(null, () -> assertContext(null, null, Map.of()));
			assertContext("alice", null, Map.of("key", "1"));
		});
		assertContext(null, null, Map.of());
	}

	@Test
	void shouldRunSameCaptureMoreThanOnce() throws Exception {
		setContext("alice", null, "1");
		Object captured = this.propagation.capture();
		for (int i = 0; i < 2; i++) {
			runOnWorker(captured, () -> {
				assertContext("alice", null, Map.of("key", "1"));
				setContext("changed", "changed", "changed");
			});
		}
	}

	@Test
	void shouldRestoreMdcWhenAccessorThrows() throws Exception {
		setContext("alice", null, "1");
		Object captured = this.propagation.capture();
		List<String> ran = new ArrayList<>();
		this.user.failing = true;
		onWorker(() -> {
			MDC.put("key", "leftover");
			assertThatIllegalStateException().isThrownBy(() -> this.propagation.run(captured, () -> ran.add("task")))
				.withMessage("Expected");
			assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("key", "leftover"));
		});
		assertThat(ran).isEmpty();
	}

	@Test
	void shouldCarryMdcOnceWhenItsAccessorIsRegistered() throws Exception {
		ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
		assertThat(this.propagation.capture()).isNull();
		MDC.put("key", "1");
		Object captured = this.propagation.capture();
		onWorker(() -> MDC.put("key", "leftover"));
		runOnWorker(captured, () -> {
			assertContext(null, null, Map.of("key", "1"));
			MDC.put("other", "changed");
		});
		onWorker(() -> assertContext(null, null, Map.of("key", "leftover")));
	}

	@Test
	void shouldCarryWholeMdcWhenAccessorOfSomeKeysIsRegistered() throws Exception {
		ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor("selected"));
		assertThat(this.propagation.capture()).isNull();
		MDC.put("key", "1");
		runOnWorker(this.propagation.capture(), () -> {
			assertContext(null, null, Map.of("key", "1"));
			MDC.put("selected", "changed");
		});
		onWorker(() -> assertContext(null, null, Map.of()));
	}

	@Test
	void shouldCarryMdcExactlyWhenAnotherAccessorWritesToIt() throws Exception {
		this.tenant.mdcKey = "tenant";
		this.tenant.set("acme");
		MDC.put("key", "1");
		runOnWorker(this.propagation.capture(),
				() -> assertContext(null, "acme", Map.of("key", "1", "tenant", "acme")));
		onWorker(() -> assertContext(null, null, Map.of()));
	}

	@Test
	void shouldUseAccessorThatIsRegisteredLater() throws Exception {
		RecordingAccessor late = new RecordingAccessor("late");
		try {
			ContextRegistry.getInstance().registerThreadLocalAccessor(late);
			late.set("value");
			runOnWorker(this.propagation.capture(), () -> assertThat(late.getValue()).isEqualTo("value"));
			onWorker(() -> assertThat(late.getValue()).isNull());
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("late");
		}
	}

	@Test
	void shouldNotTouchAccessorsWhenThereIsNothing() throws Exception {
		runOnWorker(this.propagation.capture(), () -> {
		});
		assertThat(this.user.writes).isEmpty();
	}

	@Test
	void shouldAllocateNothingWhenThereIsNothing() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		Runnable task = () -> {
		};
		ContextSession session = this.propagation.openSession();
		int rounds = 20_000;
		long allocated = Long.MAX_VALUE;
		for (int attempt = 0; attempt < 20 && allocated >= rounds; attempt++) {
			long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
			for (int i = 0; i < rounds; i++) {
				session.run(this.propagation.capture(), task);
			}
			allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		}
		assertThat(allocated).as("bytes in %s rounds", rounds).isLessThan(rounds);
	}

	@Test
	void shouldTravelToAnotherJvmAsPlainValues() throws Exception {
		setContext("ann", "acme", "1");
		Map<String, Object> portable = this.propagation.portable(this.propagation.capture());
		assertThat(portable).containsEntry("user", "ann").containsEntry("tenant", "acme");
		Object captured = ContextPropagation.create().capturedOf(portable);
		runOnWorker(captured, () -> assertContext("ann", "acme", Map.of("key", "1")));
	}

	@Test
	void shouldLeaveOutWhatTheOtherJvmDoesNotKnow() throws Exception {
		Object captured = this.propagation.capturedOf(Map.of("unknown", "x", "user", "ann"));
		runOnWorker(captured, () -> assertContext("ann", null, Map.of()));
		assertThat(this.propagation.capturedOf(Map.of("unknown", "x"))).isNull();
		assertThat(this.propagation.portable(null)).isEmpty();
	}

	private void setContext(String user, String tenant, String mdc) {
		this.user.set(user);
		this.tenant.set(tenant);
		MDC.clear();
		if (mdc != null) {
			MDC.put("key", mdc);
		}
	}

	private void assertContext(String user, String tenant, Map<String, String> mdc) {
		assertThat(this.user.getValue()).isEqualTo(user);
		assertThat(this.tenant.getValue()).isEqualTo(tenant);
		Map<String, String> actual = MDC.getCopyOfContextMap();
		assertThat((actual != null) ? actual : Map.of()).isEqualTo(mdc);
	}

	private void runOnWorker(Object captured, Runnable task) throws Exception {
		onWorker(() -> this.propagation.run(captured, task));
	}

	private void onWorker(Runnable task) throws Exception {
		Future<?> future = this.worker.submit(task);
		future.get();
	}

}
