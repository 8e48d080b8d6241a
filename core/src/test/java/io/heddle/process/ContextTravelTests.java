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

package io.heddle.process;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import io.heddle.context.ContextPropagation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the way of the submitter's context to the task in a worker.
 */
class ContextTravelTests extends AbstractProcessPoolTests {

	private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	/** What the accessors read and write. **/
	private static final ThreadLocal<@Nullable Trace> trace = new ThreadLocal<>();

	private static final ThreadLocal<@Nullable Object> rest = new ThreadLocal<>();

	@BeforeEach
	void register() {
		Accessors.register();
	}

	@AfterEach
	void remove() {
		MDC.clear();
		trace.remove();
		rest.remove();
		ContextRegistry.getInstance().removeThreadLocalAccessor(Accessors.TRACE);
		ContextRegistry.getInstance().removeThreadLocalAccessor(Accessors.REST);
	}

	@Test
	void shouldBringTraceparentOfMdc() throws Exception {
		ProcessPool pool = buildPropagating(List.of("io.heddle.process.**"));
		MDC.put("traceparent", TRACEPARENT);
		MDC.put("traceId", "0af7651916cd43dd8448eb211c80319c");
		assertThat(pool.submit(() -> MDC.get("traceparent") + MDC.get("traceId")).get())
			.isEqualTo(TRACEPARENT + "0af7651916cd43dd8448eb211c80319c");
		MDC.clear();
		assertThat(pool.submit(() -> String.valueOf(MDC.get("traceparent"))).get()).isEqualTo("null");
	}

	@Test
	void shouldBringSerializableValueOfAccessor() throws Exception {
		ProcessPool pool = buildPropagating(List.of("io.heddle.process.**"));
		trace.set(new Trace(TRACEPARENT, Map.of("tenant", "acme")));
		assertThat(pool.submit(() -> trace.get()).get()).isEqualTo(trace.get());
		trace.remove();
		assertThat(pool.submit(() -> trace.get()).get()).as("nothing stays").isNull();
	}

	@Test
	void shouldLeaveOutWhatCannotTravelAndBringTheRest() throws Exception {
		ProcessPool pool = buildPropagating(List.of("io.heddle.process.**"));
		trace.set(new Trace(TRACEPARENT, Map.of()));
		for (Object value : List.of(new Object(), List.of(new Object()))) {
			rest.set(value);
			assertThat(pool.submit(() -> trace.get().traceparent() + rest.get()).get()).isEqualTo(TRACEPARENT + "null");
		}
	}

	@Test
	void shouldLeaveOutValueWhoseClassIsNotAllowed() throws Exception {
		ProcessPool pool = buildPropagating(List.of(ContextTravelTests.class.getName()));
		rest.set(new TaskCodecTests.Point(1, 2));
		MDC.put("traceparent", TRACEPARENT);
		assertThat(pool.submit(() -> MDC.get("traceparent") + rest.get()).get()).isEqualTo(TRACEPARENT + "null");
	}

	private ProcessPool buildPropagating(List<String> allow) {
		return build((builder) -> builder.size(1)
			.allow(allow)
			.contextCarrier(ContextPropagation.create())
			.beansFactory(Accessors.class.getName()));
	}

	record Trace(String traceparent, Map<String, String> baggage) implements Serializable {

	}

	/**
	 * Registers the accessors in the worker, as the parent has them.
	 */
	static final class Accessors implements WorkerBeansFactory, WorkerBeans {

		private static final String TRACE = "trace";

		private static final String REST = "rest";

		static void register() {
			ContextRegistry.getInstance()
				.registerThreadLocalAccessor(TRACE, trace::get, trace::set, trace::remove)
				.registerThreadLocalAccessor(REST, rest::get, rest::set, rest::remove);
		}

		@Override
		public WorkerBeans open(WorkerSetup setup) {
			register();
			return this;
		}

		@Override
		public Object bean(@Nullable String name, Class<?> type) {
			throw new IllegalStateException();
		}

		@Override
		public Set<String> names() {
			return Set.of();
		}

		@Override
		public void close() {
		}

	}

}
