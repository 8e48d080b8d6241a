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

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.sync.NamedLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SynchronizerEnvironmentChangeListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SynchronizerEnvironmentChangeListenerTests {

	@Test
	void shouldSayWhatNeedsARestart(CapturedOutput output) {
		HeddleRunner
			.create("heddle.locks.ledger.fair=true", "heddle.semaphores.smtp.permits=2",
					"heddle.barriers.cutover.parties=3", "heddle.events.ready.set=true")
			.run((context) -> {
				change(context, "heddle.locks.ledger.fair=false", "heddle.semaphores.smtp.permits=4",
						"heddle.semaphores.smtp.fair=false", "heddle.barriers.cutover.timeout=1s",
						"heddle.events.ready.set=false", "heddle.locks.journal.fair=true");
				assertThat(output).contains("The change of heddle.locks.ledger.fair needs a restart")
					.contains("The change of heddle.semaphores.smtp.fair, heddle.semaphores.smtp.permits needs a restart")
					.contains("The change of heddle.barriers.cutover.timeout needs a restart")
					.contains("The lock 'journal' was added below 'heddle.locks'")
					.doesNotContain("heddle.events");
				assertThat(context.getBean("ledger", NamedLock.class).isFair()).isTrue();
			});
	}

	@Test
	void shouldLeaveAloneALockOfTheUser(CapturedOutput output) {
		HeddleRunner.create("heddle.locks.ledger.fair=true")
			.withBean("mine", NamedLock.class, () -> NamedLock.builder("mine").build())
			.run((context) -> {
				change(context, "heddle.locks.ledger.fair=true");
				assertThat(output).doesNotContain("'mine'").doesNotContain("needs a restart");
			});
	}

	private static void change(AssertableApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context.getSourceApplicationContext());
		context.publishEvent(new EnvironmentChangeEvent(context, Set.of()));
	}

}
