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

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The results of a map, chunk by chunk. One that fails is passed over by the next call.
 *
 * @param <R> the type of a result
 */
abstract class ChunkResults<R extends @Nullable Object> extends Spliterators.AbstractSpliterator<R> {

	private final Submission<?, R> submission;

	private final Deadline deadline;

	private Iterator<Supplier<R>> chunk = Collections.emptyIterator();

	ChunkResults(Submission<?, R> submission, Deadline deadline, int characteristics) {
		super(Long.MAX_VALUE, characteristics);
		this.submission = submission;
		this.deadline = deadline;
	}

	/**
	 * Take a chunk out of the submission, and wait for its results.
	 * @param oldest the oldest chunk of the submission
	 * @return the results
	 * @throws InterruptedException if interrupted while waiting
	 * @throws TimeoutException if there are none before the deadline
	 */
	abstract List<Supplier<R>> await(Chunk<R> oldest) throws InterruptedException, TimeoutException;

	@Override
	public boolean tryAdvance(Consumer<? super R> action) {
		this.submission.submitAhead();
		// another thread may close the results meanwhile
		Iterator<Supplier<R>> chunk = this.chunk;
		if (!chunk.hasNext()) {
			Chunk<R> oldest = this.submission.next();
			if (oldest == null) {
				return false;
			}
			chunk = awaitOrClose(oldest).iterator();
			this.chunk = chunk;
		}
		this.submission.taken();
		action.accept(chunk.next().get());
		return true;
	}

	private List<Supplier<R>> awaitOrClose(Chunk<R> oldest) {
		try {
			return await(oldest);
		}
		catch (TimeoutException ex) {
			close();
			TimeoutException timedOut = this.deadline.timedOut();
			throw new CompletionException(timedOut.getMessage(), timedOut);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			close();
			throw new CompletionException("Interrupted while waiting for a result", ex);
		}
	}

	/**
	 * Cancel what is pending and end the results.
	 */
	void close() {
		this.chunk = Collections.emptyIterator();
		this.submission.cancel();
	}

}
