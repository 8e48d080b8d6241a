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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Gives out futures as they complete. A {@link CompletableFuture} tells of its completion
 * itself; any other future is looked at every millisecond.
 *
 * @param <F> the type of the futures
 */
final class CompletionQueue<F extends Future<?>> implements AutoCloseable {

	private static final long POLL_INTERVAL = TimeUnit.MILLISECONDS.toNanos(1);

	private final BlockingQueue<F> completed = new LinkedBlockingQueue<>();

	private final List<Subscription> subscriptions = new ArrayList<>();

	private final List<F> polled = new ArrayList<>();

	private int pending;

	private boolean subscribed;

	/**
	 * Create a queue that gives out first what is done already, and the others as they
	 * complete.
	 * @param futures the futures, each once
	 */
	CompletionQueue(Collection<F> futures) {
		this.pending = futures.size();
		for (F future : futures) {
			(future.isDone() ? this.completed : this.polled).add(future);
		}
	}

	/**
	 * Return how many futures were not given out yet.
	 */
	int pending() {
		return this.pending;
	}

	/**
	 * Return the next future that is done.
	 * @param deadline until when to wait for it
	 * @return the future, or {@code null} if none completed before the deadline
	 */
	@Nullable F poll(Deadline deadline) throws InterruptedException {
		F next = pollNow();
		for (long left = deadline.remaining(); next == null && left > 0; left = deadline.remaining()) {
			next = await(left);
			if (next == null) {
				next = pollNow();
			}
		}
		if (next != null) {
			this.pending--;
		}
		return next;
	}

	private @Nullable F pollNow() {
		F next = this.completed.poll();
		if (next == null && this.polled.removeIf((future) -> future.isDone() && this.completed.add(future))) {
			next = this.completed.poll();
		}
		return next;
	}

	private @Nullable F await(long nanos) throws InterruptedException {
		if (!this.subscribed) {
			this.subscribed = true;
			this.polled.removeIf(this::subscribe);
		}
		if (this.polled.isEmpty()) {
			return this.completed.poll(nanos, TimeUnit.NANOSECONDS);
		}
		if (!this.subscriptions.isEmpty()) {
			return this.completed.poll(Math.min(nanos, POLL_INTERVAL), TimeUnit.NANOSECONDS);
		}
		// The oldest future is the likeliest to complete first, so wait on that one
		try {
			long interval = (this.polled.size() > 1) ? Math.min(nanos, POLL_INTERVAL) : nanos;
			this.polled.get(0).get(interval, TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException | CancellationException | TimeoutException ex) {
			// The next look at the future shows whether it is done
		}
		return null;
	}

	private boolean subscribe(F future) {
		return future instanceof CompletableFuture<?> source
				&& this.subscriptions.add(new Subscription(source, () -> this.completed.add(future)));
	}

	/**
	 * Stop waiting, and leave nothing behind on the futures that are not done.
	 */
	@Override
	public void close() {
		this.subscriptions.forEach(Subscription::cancel);
	}

}
