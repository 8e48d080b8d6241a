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

package io.heddle.autoconfigure.executor;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.executor.Watchdog;

/**
 * The beans that an executor works with.
 *
 * @param initializer what each new thread runs first
 * @param contextCarrier what carries the submitter's context
 * @param listeners who is told of events, asked for at the first event
 * @param uncaughtExceptionHandler who receives exceptions without a future
 * @param watchdog who enforces the limits
 */
record ExecutorCollaborators(@Nullable Runnable initializer, @Nullable ContextCarrier contextCarrier,
		Supplier<List<ExecutorListener>> listeners, @Nullable UncaughtTaskExceptionHandler uncaughtExceptionHandler,
		@Nullable Watchdog watchdog) {
}
