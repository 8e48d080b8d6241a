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

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * Waits for many futures, and maps many items on an executor, in the manner of Python's
 * {@code concurrent.futures}.
 * <p>
 * Works with every {@link Future}. A {@link CompletableFuture} is waited for by callback,
 * which is taken off again when the wait ends before the future does. Any other future
 * has no callback and, where one of several is waited for, is looked at every
 * millisecond.
 */
public final class Futures {

	private Futures() {
	}

	/**
	 * Wait for futures to complete. A future that is given twice counts once, and no
	 * futures are done at once.
	 * @param <F> the type of the futures
	 * @param futures the futures
	 * @param timeout how long to wait at most (not at all if zero), or {@code null} for
	 * no limit
	 * @param returnWhen what to wait for
	 * @return which of the futures are done and which are not, be it that the timeout has
	 * passed or that no more was waited for
	 * @throws IllegalArgumentException if the timeout is negative
	 * @throws InterruptedException if interrupted while waiting
	 */
	public static <F extends Future<?>> Waited<F> wait(Collection<? extends F> futures, @Nullable Duration timeout,
			ReturnWhen returnWhen) throws InterruptedException {
		Deadline deadline = new Deadline(timeout);
		Set<F> all = distinct(futures);
		switch (returnWhen) {
			case ALL_COMPLETED -> awaitAll(all, deadline);
			case FIRST_COMPLETED -> awaitFirst(all, deadline, false);
			case FIRST_EXCEPTION -> awaitFirst(all, deadline, true);
		}
		Set<F> done = new LinkedHashSet<>();
		Set<F> notDone = new LinkedHashSet<>();
		for (F future : all) {
			(future.isDone() ? done : notDone).add(future);
		}
		return new Waited<>(done, notDone);
	}

	private static void awaitAll(Collection<? extends Future<?>> futures, Deadline deadline)
			throws InterruptedException {
		for (Future<?> future : futures) {
			if (!deadline.await(future)) {
				return;
			}
		}
	}

	private static <F extends Future<?>> void awaitFirst(Set<F> futures, Deadline deadline, boolean failed)
			throws InterruptedException {
		try (CompletionQueue<F> queue = new CompletionQueue<>(futures)) {
			F next = null;
			do {
				next = (queue.pending() > 0) ? queue.poll(deadline) : null;
			}
			while (next != null && failed && !hasFailed(next));
		}
	}

	private static boolean hasFailed(Future<?> done) throws InterruptedException {
		if (done instanceof CompletableFuture<?> completable) {
			return completable.isCompletedExceptionally();
		}
		try {
			done.get();
			return false;
		}
		catch (ExecutionException | CancellationException ex) {
			return true;
		}
	}

	/**
	 * Return futures one by one as they complete, those first that are done already. A
	 * future that is given twice is returned once.
	 * <p>
	 * {@link java.util.Iterator#next() next()} waits for the next future to complete. It
	 * throws a {@link CompletionException} and ends the iteration when the timeout has
	 * passed and none of the remaining futures is done (the cause is a
	 * {@link TimeoutException}; the message of both says how many are unfinished), or
	 * when the thread is interrupted while it waits (the cause is an
	 * {@link InterruptedException}; the thread stays interrupted).
	 * <p>
	 * The iterable can be iterated more than once, by one thread at a time for each
	 * iterator. An iterator that is given up early is still referred to by its
	 * {@link CompletableFuture}s until these are done.
	 * @param <F> the type of the futures
	 * @param futures the futures
	 * @param timeout how long to wait for all of them at most, counted from this call, or
	 * {@code null} for no limit
	 * @return the futures in the order of completion
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public static <F extends Future<?>> Iterable<F> asCompleted(Collection<? extends F> futures,
			@Nullable Duration timeout) {
		Deadline deadline = new Deadline(timeout);
		Set<F> all = distinct(futures);
		return () -> new CompletionIterator<>(all, deadline);
	}

	private static <F extends Future<?>> Set<F> distinct(Collection<? extends F> futures) {
		Set<F> distinct = new LinkedHashSet<>();
		for (F future : futures) {
			distinct.add(Objects.requireNonNull(future, "'futures' must not contain null"));
		}
		return distinct;
	}

	/**
	 * Apply a function to each item on an executor and return the results in the order of
	 * the items. Items and results may be {@code null}.
	 * <p>
	 * All items are submitted before this method returns. With a
	 * {@linkplain MapOptions#bufferSize() buffer} only that many are, and the next ones
	 * follow when the consumer asks for more results; so the input may be endless, and it
	 * is never more than the buffer size ahead of the results that were taken. Items are
	 * submitted in full chunks, so a buffer should have room for several.
	 * <p>
	 * What goes wrong for an item surfaces at its position, as a
	 * {@link CompletionException} whose cause is the exception of the function, of the
	 * executor (for each item of the task that it rejected, cancelled or failed) or of
	 * the input. Taken one by one from {@link Stream#iterator()}, the results of the
	 * later items can still be had after it, except that nothing follows an exception of
	 * the input.
	 * <p>
	 * When the timeout has passed before the next result is there (the cause is a
	 * {@link TimeoutException}), or the consumer is interrupted while it waits (the cause
	 * is an {@link InterruptedException}; the thread stays interrupted), all pending
	 * tasks are cancelled and interrupted, and the stream ends. To close the stream does
	 * the same, so a stream that may not be consumed to its end should be used with
	 * {@code try}-with-resources.
	 * <p>
	 * The stream is sequential and not thread-safe: it must be consumed and closed by one
	 * thread at a time.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param executor what runs the function
	 * @param function the function
	 * @param items the items
	 * @param options chunk size, buffer size and timeout; the timeout counts from this
	 * call
	 * @return the results
	 * @throws RejectedExecutionException if the executor rejects a task during this call;
	 * those submitted before it are cancelled
	 */
	public static <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(ExecutorService executor,
			Function<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return map(new ExecutorTarget<>(executor, function), items, options);
	}

	/**
	 * Have a target work on each item and return the results in the order of the items.
	 * All else is as in {@linkplain #map(ExecutorService, Function, Iterable, MapOptions)
	 * a map} on an executor.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param target what works on the items; for this call only
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results
	 * @throws RejectedExecutionException if the target rejects a chunk during this call;
	 * those submitted before it are cancelled
	 */
	public static <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(MapTarget<T, R> target,
			Iterable<? extends T> items, MapOptions options) {
		Deadline deadline = new Deadline(options.timeout());
		Submission<T, R> submission = new Submission<>(target, items.iterator(), options, deadline);
		submitAhead(submission);
		MappedResults<R> results = new MappedResults<>(submission, deadline);
		return StreamSupport.stream(results, false).onClose(results::close);
	}

	/**
	 * Have a target work on each item and return the results as they complete, those of a
	 * chunk together and in their order. All else is as in
	 * {@linkplain #map(ExecutorService, Function, Iterable, MapOptions) a map} on an
	 * executor, except that an exception of the input surfaces as soon as it is thrown.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param target what works on the items; its futures are
	 * {@link java.util.concurrent.CompletableFuture}s; for this call only
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results
	 * @throws RejectedExecutionException if the target rejects a chunk during this call;
	 * those submitted before it are cancelled
	 */
	public static <T extends @Nullable Object, R extends @Nullable Object> Stream<R> mapUnordered(
			MapTarget<T, R> target, Iterable<? extends T> items, MapOptions options) {
		Deadline deadline = new Deadline(options.timeout());
		Submission<T, R> submission = new Submission<>(target, items.iterator(), options, deadline);
		UnorderedResults<R> results = new UnorderedResults<>(submission, deadline);
		submitAhead(submission);
		return StreamSupport.stream(results, false).onClose(results::close);
	}

	private static void submitAhead(Submission<?, ?> submission) {
		try {
			submission.submitAhead();
		}
		catch (RuntimeException | Error ex) {
			submission.cancel();
			throw ex;
		}
	}

}
