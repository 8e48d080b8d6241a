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

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of synchronizers that stop the start.
 */
class InvalidSynchronizerPropertyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					heddle.barriers.cutover.parties    | 0    | barrier 'cutover': a barrier is for one thread at least | number of threads
					heddle.barriers.cutover.parties    | -2   | barrier 'cutover': a barrier is for one thread at least | number of threads
					heddle.semaphores.smtp.permits     | -1   | semaphore 'smtp': a semaphore cannot have less          | 1 or more
					heddle.semaphores.smtp.permits     | 0    | let nobody through                                      | 'heddle.semaphores.smtp.bounded' to false
					heddle.defaults.semaphores.permits | -1   | every semaphore                                         | 1 or more
					heddle.defaults.barriers.timeout   | 0s   | every barrier: a time limit must be longer than zero    | positive duration
					heddle.deadlocks.check-interval    | -1s  | nobody can look before the last look                    | '10s'
					heddle.deadlocks.check-interval    | 1ns  | a look at all threads takes longer than that            | '10ms' or more
					heddle.locks.ledger.fare           | true | there is no such property                               | Did you mean 'heddle.locks.ledger.fair'?
					heddle.locks[a/b].fair             | true | a name with '/'                                         | Replace the '/'
					heddle.lock.ledger.fair            | true | nobody reads what is below 'heddle.lock'                | Did you mean 'heddle.locks'?
					heddle.defaults.barrier.timeout    | 1s   | nobody reads what is below 'heddle.defaults.barrier'    | Did you mean 'heddle.defaults.barriers'?
					heddle.deadlock.check-interval     | 1s   | nobody reads what is below 'heddle.deadlock'            | Did you mean 'heddle.deadlocks'?
					""")
	void shouldNameKeyValueReasonAndWayOut(String key, String value, String reason, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: " + key.replace("[a/b].fair", "[a/b]"))
				.contains(reason);
			assertThat(failure.getAction()).contains(action);
			if (!key.contains("[")) {
				assertThat(failure.getDescription()).contains("Value: \"" + value + "\"");
			}
		}, key + "=" + value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heddle.barriers.cutover.timeout=30s", "heddle.barriers.cutover=" })
	void shouldAskForThePartiesOfABarrier(String property) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("The configuration of a barrier is invalid")
				.contains("Property: heddle.barriers.cutover.parties")
				.contains("Value: none")
				.contains("it is not set");
			assertThat(failure.getAction()).contains("the number of threads that wait for each other");
		}, property);
	}

	@ParameterizedTest
	@CsvSource({ "heddle.locks.same.fair=true, heddle.semaphores.same.permits=2, lock, heddle.semaphores.same",
			"heddle.locks.same.fair=true, heddle.events.same.set=true, lock, heddle.events.same",
			"heddle.events.same.set=true, heddle.barriers.same.parties=2, event, heddle.barriers.same",
			"heddle.queues.same.capacity=1, heddle.locks.same.fair=true, queue, heddle.locks.same",
			"heddle.executors.same.core-size=1, heddle.barriers.same.parties=2, executor, heddle.barriers.same" })
	void shouldRejectANameThatTwoKindsHave(String first, String second, String firstKind, String secondKey) {
		expect((failure) -> assertThat(failure.getDescription()).contains(secondKey)
			.contains("Named " + firstKind + " configured below"), first, second);
	}

	@Test
	void shouldRejectAnUnknownKeyOfDeadlocks() {
		HeddleRunner.create("heddle.deadlocks.chek-interval=1s").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("heddle.deadlocks.chek-interval");
		});
	}

	@Test
	void shouldRejectTheNameOfABeanOfTheUser() {
		HeddleRunner.create("heddle.locks.ledger.fair=true")
			.withBean("ledger", String.class, () -> "mine")
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("heddle.locks.ledger"));
	}

	private static void expect(Consumer<FailureAnalysis> requirements, String... properties) {
		HeddleRunner.create(properties).run((context) -> {
			assertThat(context).hasFailed();
			requirements.accept(FailureAnalyses.of(context.getStartupFailure()));
		});
	}

}
