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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link KeptContext}.
 */
class KeptContextTests {

	private final ContextPropagation propagation = ContextPropagation.create();

	private final RecordingAccessor user = new RecordingAccessor("user");

	private final ContextSession session = this.propagation.openSession();

	@BeforeEach
	void register() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(this.user);
	}

	@AfterEach
	void reset() {
		MDC.clear();
		ContextRegistry.getInstance().removeThreadLocalAccessor("user");
	}

	@Test
	void shouldSetContextOnceForTasksWithTheSame() {
		Object captured = capture("ann", "1");
		for (int i = 0; i < 3; i++) {
			this.session.run(captured, () -> assertContext("ann", "1"));
		}
		this.session.clear();
		assertThat(this.user.writes).isEqualTo(Arrays.asList("ann", null));
		assertContext(null, null);
	}

	@Test
	void shouldHideFromNextTaskWhatTaskHasSet() {
		Object captured = capture("ann", "1");
		List<Runnable> changes = List.of(() -> this.user.set("bob"), this.user::remove, () -> MDC.put("key", "2"),
				() -> MDC.put("other", "2"), MDC::clear, () -> MDC.remove("key"),
				() -> MDC.setContextMap(Map.of("key", "1", "other", "2")));
		for (Runnable change : changes) {
			this.session.run(captured, change);
			this.session.run(captured, () -> assertContext("ann", "1"));
		}
		this.session.clear();
		assertContext(null, null);
	}

	@Test
	void shouldHideFromTaskWithoutContextWhatOthersHaveSet() {
		Object captured = capture("ann", "1");
		this.session.run(captured, () -> assertContext("ann", "1"));
		this.session.run(null, () -> {
			assertContext(null, null);
			this.user.set("bob");
			MDC.put("key", "2");
		});
		this.session.run(null, () -> assertContext(null, null));
		this.session.run(capture("carl", "3"), () -> assertContext("carl", "3"));
	}

	@Test
	void shouldPutBackWhatTheThreadHad() {
		Object captured = capture("ann", "1");
		set("thread", "0");
		this.session.run(captured, () -> assertContext("ann", "1"));
		this.session.run(captured, () -> set("changed", "changed"));
		this.session.clear();
		assertContext("thread", "0");
		this.session.clear();
		assertContext("thread", "0");
	}

	@Test
	void shouldPutBackWhatTheThreadHadAfterTaskThatThrows() {
		Object captured = capture("ann", "1");
		assertThatIllegalStateException().isThrownBy(() -> this.session.run(captured, () -> {
			set("changed", "changed");
			throw new IllegalStateException("Expected");
		}));
		this.session.run(captured, () -> assertContext("ann", "1"));
		this.session.clear();
		assertContext(null, null);
	}

	@Test
	void shouldFailTaskWhoseContextCannotBeSet() {
		Object captured = capture("ann", "1");
		this.user.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> this.session.run(captured, () -> {
		})).withMessage("Expected");
		assertContext(null, null);
		this.user.failing = false;
		this.session.run(captured, () -> assertContext("ann", "1"));
	}

	@Test
	void shouldRunNextTaskIfContextOfTaskBeforeCannotBeTakenBack() {
		this.session.run(capture("ann", "1"), () -> assertContext("ann", "1"));
		this.user.failingToRestore = true;
		Object captured = this.propagation.capturedOf(Map.of("user", "bob", "mdc:key", "2"));
		this.session.run(captured, () -> assertContext("bob", "2"));
		this.session.clear();
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	@Test
	void shouldNoticeAccessorThatIsRegisteredLater() {
		Object captured = capture("ann", "1");
		this.session.run(captured, () -> assertContext("ann", "1"));
		RecordingAccessor late = new RecordingAccessor("late");
		try {
			ContextRegistry.getInstance().registerThreadLocalAccessor(late);
			this.session.run(captured, () -> late.set("task"));
			this.session.run(captured, () -> assertThat(late.getValue()).isNull());
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("late");
		}
	}

	private Object capture(String user, String mdc) {
		this.session.clear();
		set(user, mdc);
		Object captured = this.propagation.capture();
		set(null, null);
		this.user.writes.clear();
		return captured;
	}

	private void set(String user, String mdc) {
		if (user != null) {
			this.user.set(user);
		}
		else {
			this.user.remove();
		}
		MDC.clear();
		if (mdc != null) {
			MDC.put("key", mdc);
		}
	}

	private void assertContext(String user, String mdc) {
		assertThat(this.user.getValue()).isEqualTo(user);
		Map<String, String> actual = MDC.getCopyOfContextMap();
		assertThat((actual != null) ? actual : Map.of()).isEqualTo((mdc != null) ? Map.of("key", mdc) : Map.of());
	}

}
