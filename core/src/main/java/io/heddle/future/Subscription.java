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

import java.util.concurrent.CompletableFuture;

/**
 * Tells of the completion of a future for as long as that is wanted. A dependent stays on
 * its future while that is unfinished, also when nobody needs it any more; but
 * {@code anyOf} removes its own from all its futures as soon as one of them completes, so
 * a second one that can be completed is the way to unsubscribe.
 */
final class Subscription {

	private final CompletableFuture<?> end = new CompletableFuture<>();

	/**
	 * Subscribe to a future.
	 * @param future the future
	 * @param listener what to run once it is done, in the thread that completes it or, if
	 * it is done already, in the current one
	 */
	Subscription(CompletableFuture<?> future, Runnable listener) {
		CompletableFuture.anyOf(future, this.end).whenComplete((result, ex) -> {
			if (future.isDone()) {
				listener.run();
			}
		});
	}

	/**
	 * Leave nothing behind on the future.
	 */
	void cancel() {
		this.end.complete(null);
	}

}
