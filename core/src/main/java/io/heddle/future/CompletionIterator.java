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

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * Iterates over futures as they complete.
 *
 * @param <F> the type of the futures
 */
final class CompletionIterator<F extends Future<?>> implements Iterator<F> {

	private final CompletionQueue<F> queue;

	private final Deadline deadline;

	private final int total;

	private boolean ended;

	CompletionIterator(Collection<F> futures, Deadline deadline) {
		this.queue = new CompletionQueue<>(futures);
		this.deadline = deadline;
		this.total = futures.size();
	}

	@Override
	public boolean hasNext() {
		return !this.ended && this.queue.pending() > 0;
	}

	@Override
	public F next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		try {
			F next = this.queue.poll(this.deadline);
			if (next != null) {
				return next;
			}
			String message = "%d (of %d) futures unfinished".formatted(this.queue.pending(), this.total);
			throw end(message, new TimeoutException(message));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw end("Interrupted while waiting for futures", ex);
		}
	}

	private CompletionException end(String message, Exception cause) {
		this.ended = true;
		this.queue.close();
		return new CompletionException(message, cause);
	}

}
