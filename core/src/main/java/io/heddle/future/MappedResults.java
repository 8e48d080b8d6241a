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
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The results of a map in the order of the items, each waited for when it is asked for.
 *
 * @param <R> the type of a result
 */
final class MappedResults<R extends @Nullable Object> extends ChunkResults<R> {

	private final Submission<?, R> submission;

	private final Deadline deadline;

	MappedResults(Submission<?, R> submission, Deadline deadline) {
		super(submission, deadline, ORDERED);
		this.submission = submission;
		this.deadline = deadline;
	}

	@Override
	List<Supplier<R>> await(Chunk<R> oldest) throws InterruptedException, TimeoutException {
		List<Supplier<R>> results = oldest.await(this.deadline);
		this.submission.remove();
		return results;
	}

}
