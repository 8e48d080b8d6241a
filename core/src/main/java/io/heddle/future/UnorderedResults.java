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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The results of a map as they complete.
 *
 * @param <R> the type of a result
 */
final class UnorderedResults<R extends @Nullable Object> extends ChunkResults<R> {

	private final Submission<?, R> submission;

	private final Deadline deadline;

	private final BlockingQueue<Chunk<R>> completed = new LinkedBlockingQueue<>();

	UnorderedResults(Submission<?, R> submission, Deadline deadline) {
		super(submission, deadline, 0);
		this.submission = submission;
		this.deadline = deadline;
		submission.onSubmitted((submitted) -> submitted.whenDone(() -> this.completed.add(submitted)));
	}

	@Override
	List<Supplier<R>> await(Chunk<R> oldest) throws InterruptedException, TimeoutException {
		Chunk<R> next = this.completed.poll(this.deadline.remaining(), TimeUnit.NANOSECONDS);
		if (next == null) {
			throw new TimeoutException();
		}
		this.submission.remove(next);
		return next.await(this.deadline);
	}

}
