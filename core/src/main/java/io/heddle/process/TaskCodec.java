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

package io.heddle.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Turns tasks into frames and frames into results. Thread-safe.
 * <p>
 * Encoding throws an {@link IOException} if a value cannot be serialized or is not
 * allowed, and an {@link IllegalArgumentException} if the frame would exceed the limit;
 * nothing was sent then.
 */
final class TaskCodec {

	static TaskCodec of(WorkerSettings settings) {
		throw new UnsupportedOperationException();
	}

	OutgoingFrame task(long id, @Nullable Map<String, Object> context, Object command) throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Encode a function, to be referred to by its identifier afterwards.
	 */
	OutgoingFrame define(long functionId, Object function) throws IOException {
		throw new UnsupportedOperationException();
	}

	OutgoingFrame call(long id, @Nullable Map<String, Object> context, long functionId, @Nullable Object[] arguments)
			throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Encode a chunk: each item is an argument of a function; of a two-argument function,
	 * each two are.
	 */
	OutgoingFrame chunk(long id, @Nullable Map<String, Object> context, long functionId,
			List<? extends @Nullable Object> items) throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Encode FORGET, CANCEL, STACK or STOP.
	 */
	OutgoingFrame control(FrameKind kind, long id) {
		throw new UnsupportedOperationException();
	}

	OutgoingFrame recall(List<Long> ids) {
		throw new UnsupportedOperationException();
	}

	@Nullable Object result(Frame frame) throws IOException, ClassNotFoundException {
		throw new UnsupportedOperationException();
	}

	Throwable failure(Frame frame) {
		throw new UnsupportedOperationException();
	}

	List<ItemResult> chunkResult(Frame frame) throws IOException, ClassNotFoundException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Decode RECALLED.
	 */
	List<Long> ids(Frame frame) throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Decode STACKS.
	 */
	List<StackTraceElement> stack(Frame frame) throws IOException {
		throw new UnsupportedOperationException();
	}

}
