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

package io.heddle.executor;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * A runnable as a callable with a fixed result, which keeps the runnable in sight.
 *
 * @param <T> the type of the result
 * @param runnable the runnable
 * @param result the result
 */
record RunnableCallable<T extends @Nullable Object>(Runnable runnable, T result) implements Callable<T> {

	@Override
	public T call() {
		this.runnable.run();
		return this.result;
	}

}
