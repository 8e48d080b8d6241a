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

package io.heddle.future;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What works on the items of a map, a chunk at a time. Used by one thread at a time.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
public interface MapTarget<T extends @Nullable Object, R extends @Nullable Object> {

	/**
	 * Work on some items some time later.
	 * @param items the items, at least one
	 * @return the future of the results, one for each item in their order; each gives its
	 * value or throws what {@link #failure(Throwable)} throws
	 * @throws java.util.concurrent.RejectedExecutionException if they are not accepted
	 */
	Future<List<Supplier<R>>> submit(List<T> items);

	/**
	 * Start no further item: all futures are going to be cancelled.
	 */
	default void stop() {
	}

	/**
	 * Return the result of an item that failed.
	 * @param <R> the type of a result
	 * @param cause what went wrong
	 * @return a supplier that throws a {@link CompletionException} with that cause
	 */
	static <R extends @Nullable Object> Supplier<R> failure(Throwable cause) {
		return () -> {
			throw new CompletionException(cause);
		};
	}

}
