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

package io.heddle.autoconfigure.queue;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;

/**
 * Waits for what a listener method returns: a future, or a reactive type, which nobody
 * else subscribes to.
 */
final class ListenerResult {

	private final boolean reactor = ClassUtils.isPresent("reactor.core.publisher.Mono",
			ListenerResult.class.getClassLoader());

	/**
	 * Wait for a result. If the thread is interrupted meanwhile, it is cancelled.
	 * @param result the result
	 * @throws Throwable what the result ends with
	 */
	void await(@Nullable Object result) throws Throwable {
		Future<?> future = future(result);
		if (future == null) {
			return;
		}
		try {
			future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
	}

	private @Nullable Future<?> future(@Nullable Object result) {
		if (result instanceof Future<?> future) {
			return future;
		}
		if (result instanceof CompletionStage<?> stage) {
			return stage.toCompletableFuture();
		}
		ReactiveAdapter adapter = (result != null && this.reactor)
				? ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result) : null;
		return (result != null && adapter != null) ? Subscription.to(adapter, result) : null;
	}

	/**
	 * Needs Reactor.
	 */
	private static final class Subscription {

		private Subscription() {
		}

		static Future<?> to(ReactiveAdapter adapter, Object result) {
			return Mono.ignoreElements(adapter.toPublisher(result)).toFuture();
		}

	}

}
