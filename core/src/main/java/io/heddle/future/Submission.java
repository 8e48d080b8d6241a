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

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Submits the items of the input in chunks, no further ahead of the consumer than the
 * buffer allows.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
final class Submission<T extends @Nullable Object, R extends @Nullable Object> {

	private final MapTarget<T, R> target;

	private final ChunkedInput<T> input;

	/**
	 * With this many items ahead there is still room for a chunk.
	 */
	private final long limit;

	private final Deadline deadline;

	private final Queue<Chunk<R>> pending = new ArrayDeque<>();

	private long ahead;

	private boolean started;

	private Consumer<Chunk<R>> submitted = (chunk) -> {
	};

	Submission(MapTarget<T, R> target, Iterator<? extends T> input, MapOptions options, Deadline deadline) {
		this.target = target;
		long bufferSize = (options.bufferSize() > 0) ? options.bufferSize() : Long.MAX_VALUE;
		long chunkSize = Math.min(options.chunkSize(), bufferSize);
		this.input = new ChunkedInput<>(input, chunkSize);
		this.limit = bufferSize - chunkSize;
		this.deadline = deadline;
	}

	/**
	 * Submit chunks for as long as there is room for a full one. What the executor throws
	 * is thrown by the first call only; later it takes the place of the results.
	 */
	void submitAhead() {
		while (this.input.isOpen() && this.ahead <= this.limit) {
			List<T> items = this.input.next();
			if (!items.isEmpty()) {
				add(submit(items));
			}
			Throwable failure = this.input.failure();
			if (failure != null) {
				add(Chunk.failed(1, failure));
			}
		}
		this.started = true;
	}

	private Chunk<R> submit(List<T> items) {
		if (this.started && this.deadline.isPassed()) {
			return Chunk.late(items.size());
		}
		try {
			return new Chunk<>(items.size(), this.target.submit(items));
		}
		catch (RuntimeException | Error ex) {
			if (!this.started) {
				throw ex;
			}
			return Chunk.failed(items.size(), ex);
		}
	}

	private void add(Chunk<R> chunk) {
		this.pending.add(chunk);
		this.ahead += chunk.size();
		this.submitted.accept(chunk);
	}

	/**
	 * Tell of each chunk, before the first one is submitted.
	 */
	void onSubmitted(Consumer<Chunk<R>> submitted) {
		this.submitted = submitted;
	}

	/**
	 * Return the chunk whose results come next, or {@code null} at the end.
	 */
	@Nullable Chunk<R> next() {
		return this.pending.peek();
	}

	/**
	 * Remove the chunk whose results came.
	 */
	void remove() {
		this.pending.remove();
	}

	/**
	 * Remove a chunk whose results came.
	 */
	void remove(Chunk<R> chunk) {
		this.pending.remove(chunk);
	}

	/**
	 * Note that a result was taken, which makes room for one more item.
	 */
	void taken() {
		this.ahead--;
	}

	/**
	 * Cancel what is pending and submit no more.
	 */
	void cancel() {
		this.input.close();
		// All at first, since a cancelled task makes way for the next
		this.target.stop();
		this.pending.forEach(Chunk::cancel);
		this.pending.clear();
	}

}
