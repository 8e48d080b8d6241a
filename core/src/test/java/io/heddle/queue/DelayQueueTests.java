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

package io.heddle.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for queues of type {@link NamedQueueType#DELAY}.
 */
class DelayQueueTests extends AbstractQueueTests {

	private final NamedQueue<Reminder> queue = queue(NamedQueueType.DELAY, 3);

	@Test
	void shouldGiveNothingBeforeItsTime() throws Exception {
		this.queue.put(Reminder.in(Duration.ofHours(1), "later"));
		assertThat(this.queue.poll()).isNull();
		assertThat(this.queue.poll(5, TimeUnit.MILLISECONDS)).isNull();
		assertThat(this.queue.drainTo(new ArrayList<>())).isZero();
		assertThat(this.queue.peek()).extracting(Reminder::text).isEqualTo("later");
		assertThat(this.queue).hasSize(1);
		this.queue.put(Reminder.in(Duration.ZERO, "now"));
		assertThat(this.queue.poll()).extracting(Reminder::text).isEqualTo("now");
	}

	@Test
	void shouldGiveTheEarliestFirst() throws Exception {
		this.queue.put(Reminder.in(Duration.ofMillis(60), "third"));
		this.queue.put(Reminder.in(Duration.ofMillis(20), "first"));
		this.queue.put(Reminder.in(Duration.ofMillis(40), "second"));
		assertThat(this.queue.offer(Reminder.in(Duration.ZERO, "fourth"))).isFalse();
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			texts.add(this.queue.take().text());
		}
		assertThat(texts).containsExactly("first", "second", "third");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeForAnEarlierItem(Threads threads) throws Exception {
		this.queue.put(Reminder.in(Duration.ofHours(1), "later"));
		Started<Reminder> consumer = start(threads, this.queue::take);
		awaitConsumers(this.queue, 1);
		this.queue.put(Reminder.in(Duration.ofMillis(10), "soon"));
		assertThat(consumer.get().text()).isEqualTo("soon");
	}

	@ParameterizedTest
	@EachThreads
	void shouldWakeAnotherIfTheOneThatWasWokenLeaves(Threads threads) throws Exception {
		for (int round = 0; round < 200; round++) {
			NamedQueue<Reminder> queue = queue(NamedQueueType.DELAY, 0);
			queue.put(Reminder.in(Duration.ofHours(1), "later"));
			Started<Reminder> leaver = start(threads, () -> queue.poll(500, TimeUnit.MICROSECONDS));
			Started<Reminder> interrupted = start(threads, queue::take);
			Started<Reminder> consumer = start(threads, queue::take);
			await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> queue.snapshot().blockedConsumers() >= 2 || leaver.result().isDone());
			queue.put(Reminder.in(Duration.ofMillis(1), "soon"));
			interrupted.thread().interrupt();
			List<String> got = new ArrayList<>();
			got.add(textOf(leaver));
			got.add(textOf(interrupted));
			if (!got.contains("soon")) {
				got.add(consumer.get().text());
			}
			assertThat(got).containsOnlyOnce("soon");
			queue.shutdown(true);
		}
	}

	private static String textOf(Started<Reminder> started) throws Exception {
		try {
			Reminder reminder = started.get();
			return (reminder != null) ? reminder.text() : "none";
		}
		catch (ExecutionException ex) {
			return "none";
		}
	}

	@Test
	void shouldDrainWhatIsDelayedAfterAShutdown() throws Exception {
		this.queue.put(Reminder.in(Duration.ofMillis(20), "soon"));
		this.queue.shutdown();
		assertThat(this.queue.take().text()).isEqualTo("soon");
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(this.queue::take);
	}

	record Reminder(long at, String text) implements Delayed {

		static Reminder in(Duration delay, String text) {
			return new Reminder(System.nanoTime() + delay.toNanos(), text);
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.at, ((Reminder) other).at);
		}

	}

}
