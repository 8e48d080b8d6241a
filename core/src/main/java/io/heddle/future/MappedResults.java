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
import java.util.Spliterators;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The results of a map, each waited for when it is asked for. One that fails is passed
 * over by the next call.
 *
 * @param <R> the type of a result
 */
final class MappedResults<R extends @Nullable Object> extends Spliterators.AbstractSpliterator<R> {

	private final Submission<?, R> submission;

	private final Deadline deadline;

	private Iterator<Supplier<R>> chunk = Collections.emptyIterator();

	MappedResults(Submission<?, R> submission, Deadline deadline) {
		super(Long.MAX_VALUE, ORDERED);
		this.submission = submission;
		this.deadline = deadline;
	}

	@Override
	public boolean tryAdvance(Consumer<? super R> action) {
		this.submission.submitAhead();
		if (!this.chunk.hasNext()) {
			Chunk<R> next = this.submission.next();
			if (next == null) {
				return false;
			}
			this.chunk = await(next).iterator();
			this.submission.remove();
		}
		this.submission.taken();
		action.accept(this.chunk.next().get());
		return true;
	}

	private Iterable<Supplier<R>> await(Chunk<R> next) {
		try {
			return next.await(this.deadline);
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
