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

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.slf4j.MDC;

import io.heddle.context.ContextCarrier;
import io.heddle.context.ContextPropagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the context that travels with the items of a queue.
 */
class QueueContextTests extends AbstractQueueTests {

	private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

	private final List<NamedQueueType> types = List.of(NamedQueueType.FIFO, NamedQueueType.LIFO,
			NamedQueueType.PRIORITY);

	@BeforeEach
	void register() {
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", TENANT);
	}

	@AfterEach
	void remove() {
		ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		TENANT.remove();
		MDC.clear();
	}

	@ParameterizedTest
	@EachThreads
	void shouldHandleEachItemInTheContextOfItsPut(Threads threads) throws Exception {
		for (NamedQueueType type : this.types) {
			NamedQueue<Integer> queue = NamedQueue.builder("orders")
				.type(type)
				.contextCarrier(ContextPropagation.create())
				.build();
			for (int i = 0; i < 200; i++) {
				if (i % 4 != 0) {
					TENANT.set("tenant " + i);
					MDC.put("order", "order " + i);
				}
				else {
					TENANT.remove();
					MDC.clear();
				}
				queue.put(i);
			}
			queue.removeIf((item) -> item % 10 == 3);
			List<String> seen = start(threads, () -> {
				List<String> contexts = new ArrayList<>();
				TENANT.set("own");
				while (!queue.isEmpty()) {
					queue.receive().handle((item) -> {
						String expected = (item % 4 != 0) ? "tenant " + item + " order " + item : "null null";
						assertThat(TENANT.get() + " " + MDC.get("order")).isEqualTo(expected);
						contexts.add(expected);
						TENANT.set("leaked");
						MDC.put("order", "leaked");
					});
					assertThat(TENANT.get()).isEqualTo("own");
					assertThat(MDC.get("order")).isNull();
				}
				return contexts;
			}).get();
			assertThat(seen).hasSize(180);
		}
	}

	@Test
	void shouldLetGoOfAContextThatWasHandedOn() throws Exception {
		for (NamedQueueType type : this.types) {
			List<WeakReference<Object>> contexts = new ArrayList<>();
			NamedQueue<Integer> queue = NamedQueue.builder("orders")
				.type(type)
				.contextCarrier(new WitnessedContexts(contexts))
				.build();
			queue.put(1);
			queue.put(2);
			queue.put(3);
			queue.receive().handle((item) -> {
			});
			queue.take();
			queue.poll();
			assertThat(contexts).hasSize(3);
			await().until(() -> {
				System.gc();
				return contexts.stream().allMatch((context) -> context.get() == null);
			});
			assertThat(queue).isEmpty();
		}
	}

	private record WitnessedContexts(List<WeakReference<Object>> contexts) implements ContextCarrier {

		@Override
		public Object capture() {
			Object context = new Object();
			this.contexts.add(new WeakReference<>(context));
			return context;
		}

		@Override
		public void run(Object captured, Runnable task) {
			assertThat(captured).isNotNull();
			task.run();
		}

	}

}
