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

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.slf4j.MDC;

import io.heddle.context.ContextThreadLocalAccessor;

/**
 * What the submitting thread has to hand on where context is propagated: two entries of
 * the MDC and two thread-local values.
 */
final class SubmitterContext {

	private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

	private static final ThreadLocal<String> USER = new ThreadLocal<>();

	private SubmitterContext() {
	}

	static void register() {
		ContextRegistry.getInstance()
			// for ours does without, and the peers need not look for what is not there
			.removeThreadLocalAccessor(ContextThreadLocalAccessor.KEY);
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor())
			.registerThreadLocalAccessor("tenant", TENANT)
			.registerThreadLocalAccessor("user", USER);
	}

	static void set() {
		MDC.put("traceId", "6fd1a3c0b2d94be5");
		MDC.put("spanId", "91c2b3a4d5e6f708");
		TENANT.set("acme");
		USER.set("alice");
	}

}
