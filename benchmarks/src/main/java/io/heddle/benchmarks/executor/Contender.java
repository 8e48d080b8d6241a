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

package io.heddle.benchmarks.executor;

import java.util.function.Supplier;

/**
 * The executors that are compared.
 */
public enum Contender {

	RAW_LINKED("ThreadPoolExecutor, LinkedBlockingQueue", Peers::linked),

	RAW_ARRAY("ThreadPoolExecutor, ArrayBlockingQueue", Peers::array),

	SPRING("Spring ThreadPoolTaskExecutor", Peers::spring),

	SPRING_METERS("Spring, with Boot's meters", Peers::springWithMeters),

	SPRING_TIMED("Spring, with Micrometer's timed ExecutorServiceMetrics", Peers::springTimed),

	SPRING_DECORATED("Spring, with any TaskDecorator", Peers::springDecorated),

	SPRING_CONTEXT("Spring, with ContextPropagatingTaskDecorator", Peers::springWithContext),

	RESILIENCE4J("Resilience4j ThreadPoolBulkhead", Peers::resilience4j),

	DYNAMIC_TP("DynamicTp DtpExecutor", Peers::dynamicTp),

	DYNAMIC_TP_MONITORED("DynamicTp DtpExecutor, monitored", Peers::dynamicTpMonitored),

	ASYNC("Spring @Async call", AsyncCalls::async),

	VIRTUAL("JDK virtual thread per task", Peers::virtual),

	HEDDLE("Heddle executor", HeddleExecutors::executor),

	HEDDLE_CONTEXT("Heddle executor, with context propagation", HeddleExecutors::withContext),

	HEDDLE_BEAN("Heddle Spring bean", HeddleExecutors::bean),

	HEDDLE_BEAN_CONTEXT("Heddle Spring bean, with context propagation", HeddleExecutors::beanWithContext),

	HEDDLE_RUN_ON("Heddle @RunOn call", AsyncCalls::runOn),

	HEDDLE_VIRTUAL("Heddle virtual executor, bound not reached", HeddleExecutors::virtual),

	HEDDLE_VIRTUAL_BOUNDED("Heddle virtual executor, 100 at a time", HeddleExecutors::virtualBounded);

	private final String label;

	private final Supplier<Subject> factory;

	Contender(String label, Supplier<Subject> factory) {
		this.label = label;
		this.factory = factory;
	}

	String label() {
		return this.label;
	}

	boolean isSupported() {
		return !name().contains("VIRTUAL") || Runtime.version().feature() >= 21;
	}

	Subject create() {
		return this.factory.get();
	}

}
