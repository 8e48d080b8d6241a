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

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ContextThreadLocalAccessor}.
 */
@ParameterizedClass
@MethodSource("io.heddle.race.Racers#supported")
class ContextThreadLocalAccessorTests {

	private final ContextVar<String> user = ContextVar.of("user", "nobody");

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().clearMissing(true).build();

	private final ExecutorService thread;

	ContextThreadLocalAccessorTests(Racers racers) {
		this.thread = Executors.newSingleThreadExecutor((target) -> racers.unstarted("thread", target));
	}

	@AfterEach
	void end() {
		this.thread.shutdownNow();
		CurrentContext.get().replace(null, null);
	}

	@Test
	void shouldBeFoundByMicrometer() {
		assertThat(ContextRegistry.getInstance().getThreadLocalAccessors())
			.filteredOn(ContextThreadLocalAccessor.class::isInstance)
			.singleElement()
			.extracting(ThreadLocalAccessor::key)
			.isEqualTo(ContextThreadLocalAccessor.KEY);
	}

	@Test
	void shouldCarryValuesToAnotherThread() throws Exception {
		this.user.set("ann");
		ContextSnapshot snapshot = this.snapshots.captureAll();
		this.user.set("bob");
		this.thread.submit(snapshot.wrap(() -> {
			assertUser("ann");
			this.user.set("changed");
		})).get();
		this.thread.submit(() -> assertUser("nobody")).get();
		assertUser("bob");
	}

	@Test
	void shouldGiveTheThreadItsOwnValuesBack() throws Exception {
		this.user.set("ann");
		ContextSnapshot snapshot = this.snapshots.captureAll();
		this.thread.submit(() -> {
			Token<String> token = this.user.set("thread");
			snapshot.wrap(() -> assertUser("ann")).run();
			assertUser("thread");
			token.close();
			assertUser("nobody");
		}).get();
	}

	@Test
	void shouldClearValuesThatTheSnapshotHasNot() throws Exception {
		ContextSnapshot nothing = this.snapshots.captureAll();
		this.user.set("ann");
		nothing.wrap(() -> {
			assertUser("nobody");
			this.user.set("changed");
		}).run();
		assertUser("ann");
	}

	@Test
	void shouldKeepTokensGoodThatWereMadeBeforeTheScope() {
		try (Token<String> token = this.user.set("ann")) {
			ContextSnapshot snapshot = this.snapshots.captureAll();
			try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
				assertThat(scope).isNotNull();
				assertUser("ann");
				assertThatIllegalArgumentException().isThrownBy(token::close);
				try (ContextSnapshot.Scope inner = snapshot.setThreadLocals()) {
					assertThat(inner).isNotNull();
					this.user.set("changed");
				}
				assertUser("ann");
			}
			assertUser("ann");
		}
		assertUser("nobody");
	}

	@Test
	void shouldNotShareContextsBetweenThreads() throws Exception {
		ContextThreadLocalAccessor accessor = new ContextThreadLocalAccessor();
		this.user.set("ann");
		Object value = accessor.getValue();
		assertThat(value).isNotNull();
		assertThat(value.toString()).contains(Thread.currentThread().getName()).doesNotContain("ann");
		this.thread.submit(() -> {
			accessor.restore(value);
			assertUser("ann");
			this.user.set("changed");
		}).get();
		assertUser("ann");
	}

	@Test
	void shouldHaveNoValueAsLongAsNothingWasSet() {
		ContextThreadLocalAccessor accessor = new ContextThreadLocalAccessor();
		assertThat(accessor.getValue()).isNull();
		assertThat(this.user.get()).isEqualTo("nobody");
		assertThat(accessor.getValue()).isNull();
		for (Runnable clear : List.<Runnable>of(accessor::setValue, accessor::restore)) {
			this.user.set("ann");
			clear.run();
			assertUser("nobody");
		}
	}

	private void assertUser(String expected) {
		assertThat(this.user.get()).isEqualTo(expected);
	}

}
