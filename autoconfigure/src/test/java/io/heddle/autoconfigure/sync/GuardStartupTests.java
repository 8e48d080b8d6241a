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

package io.heddle.autoconfigure.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.RunOn;
import io.heddle.sync.Locked;
import io.heddle.sync.Permit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for each {@link Locked} and {@link Permit} that stops the start.
 */
class GuardStartupTests {

	private final ApplicationContextRunner runner = HeddleRunner.create("heddle.locks.ledger.fair=true",
			"heddle.locks.journal.fair=true", "heddle.semaphores.smtp.permits=2");

	@Test
	void shouldSuggestTheLockThatWasMeant() {
		FailureAnalysis failure = failure(Misspelt.class);
		assertThat(failure.getDescription()).contains("@Locked(\"leger\") on")
			.contains("Misspelt.book")
			.contains("names a lock that does not exist");
		assertThat(failure.getAction()).contains("Did you mean 'ledger'?")
			.contains("The locks are: journal, ledger.")
			.contains("'heddle.locks.leger'");
	}

	@Test
	void shouldSuggestTheSemaphoreThatWasMeant() {
		FailureAnalysis failure = failure(MisspeltPermit.class);
		assertThat(failure.getDescription()).contains("@Permit(\"smpt\") on")
			.contains("a semaphore that does not exist");
		assertThat(failure.getAction()).contains("Did you mean 'smtp'?").contains("The semaphores are: smtp.");
	}

	@Test
	void shouldCheckLazyBeans() {
		this.runner.withBean("lazy", Misspelt.class, Misspelt::new, (definition) -> definition.setLazyInit(true))
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction())
				.contains("Did you mean 'ledger'?"));
	}

	@Test
	void shouldSayThatThereAreNoLocks() {
		HeddleRunner.create()
			.withBean(Misspelt.class)
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction())
				.contains("There are no locks. "));
	}

	@Test
	void shouldRejectASemaphoreAsALock() {
		FailureAnalysis failure = failure(WrongKind.class);
		assertThat(failure.getDescription()).contains("names a bean that is no named lock").contains("NamedSemaphore");
	}

	@Test
	void shouldRejectAnEmptyName() {
		assertThat(failure(WithoutName.class).getDescription()).contains("names no lock");
	}

	@ParameterizedTest
	@ValueSource(classes = { PrivateMethod.class, FinalMethod.class, StaticMethod.class, FinalClass.class,
			OnPostConstruct.class })
	void shouldRejectMethodsThatNoProxyCanSee(Class<?> type) {
		FailureAnalysis failure = failure(type);
		assertThat(failure.getDescription()).contains("@Locked on").contains(type.getSimpleName() + ".book");
		assertThat(failure.getAction()).containsAnyOf("Remove 'private'", "Remove 'final'", "Remove 'static'",
				"Remove @Locked and take the lock by try (var held = lock.hold())");
	}

	@ParameterizedTest
	@ValueSource(classes = { BadTimeout.class, NegativeTimeout.class })
	void shouldRejectATimeoutThatIsNone(Class<?> type) {
		FailureAnalysis failure = failure(type);
		assertThat(failure.getDescription()).contains("@Permit on").contains("which is not a positive duration");
		assertThat(failure.getAction()).contains("'30s'");
	}

	@Test
	void shouldExplainAPlaceholderThatCannotBeResolved() {
		this.runner.withConfiguration(AutoConfigurations.of(PropertyPlaceholderAutoConfiguration.class))
			.withBean(Unresolvable.class)
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("${no.such}"));
	}

	@ParameterizedTest
	@ValueSource(classes = { LockedInWorker.class, PermitInWorker.class })
	void shouldRejectWhatCannotBeHeldInAWorker(Class<?> type) {
		this.runner.withPropertyValues("heddle.process-pools.imaging.size=1").withBean(type).run((context) -> {
			FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure());
			assertThat(failure.getDescription()).contains(type.getSimpleName() + ".draw")
				.contains("cannot work together with @RunOn on a process pool")
				.contains("a worker JVM cannot hold");
			assertThat(failure.getAction()).contains("set the size of the pool");
		});
	}

	@Test
	void shouldAllowItInAPoolOfThreads() {
		this.runner
			.withPropertyValues("heddle.process-pools.imaging.size=1",
					"heddle.process-pools.imaging.start-method=thread")
			.withBean(LockedInWorker.class)
			.run((context) -> assertThat(context.getBean(LockedInWorker.class).draw()).succeedsWithin(10,
					TimeUnit.SECONDS));
	}

	private FailureAnalysis failure(Class<?> type) {
		FailureAnalysis[] failure = new FailureAnalysis[1];
		this.runner.withBean(type).run((context) -> {
			assertThat(context).hasFailed();
			failure[0] = FailureAnalyses.of(context.getStartupFailure());
		});
		return failure[0];
	}

	static class Misspelt {

		@Locked("leger")
		void book() {
		}

	}

	static class MisspeltPermit {

		@Permit("smpt")
		void send() {
		}

	}

	static class WrongKind {

		@Locked("smtp")
		void book() {
		}

	}

	static class WithoutName {

		@Locked("")
		void book() {
		}

	}

	static class PrivateMethod {

		@Locked("ledger")
		private void book() {
		}

	}

	static class FinalMethod {

		@Locked("ledger")
		final void book() {
		}

	}

	static class StaticMethod {

		@Locked("ledger")
		static void book() {
		}

	}

	static final class FinalClass {

		@Locked("ledger")
		void book() {
		}

	}

	static class OnPostConstruct {

		@PostConstruct
		@Locked("ledger")
		void book() {
		}

	}

	static class BadTimeout {

		@Permit(value = "smtp", timeout = "soon")
		void send() {
		}

	}

	static class NegativeTimeout {

		@Permit(value = "smtp", timeout = "-1s")
		void send() {
		}

	}

	static class Unresolvable {

		@Locked("${no.such}")
		void book() {
		}

	}

	static class LockedInWorker {

		@RunOn("imaging")
		@Locked("ledger")
		CompletableFuture<String> draw() {
			return CompletableFuture.completedFuture("drawn");
		}

	}

	@Permit("smtp")
	public static class PermitInWorker {

		@RunOn("imaging")
		public CompletableFuture<String> draw() {
			return CompletableFuture.completedFuture("drawn");
		}

	}

}
