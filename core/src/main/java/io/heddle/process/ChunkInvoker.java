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
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Applies a function to the items of a chunk as if each were alone: a result is kept as
 * it was when the function returned, and fails alone if it cannot be sent. Confined to
 * one thread.
 */
final class ChunkInvoker {

	private final TaskCodec codec;

	private final WorkerInbox inbox;

	private final WorkerLine line;

	ChunkInvoker(TaskCodec codec, WorkerInbox inbox, WorkerLine line) {
		this.codec = codec;
		this.inbox = inbox;
		this.line = line;
	}

	/**
	 * Apply a function to items until all are done or the task is cancelled. Results for
	 * which a frame has no room are sent ahead.
	 * @param id the identifier of the task
	 * @param function the function
	 * @param arguments its arguments, of each item one after the other or as a
	 * {@link SentItem}
	 * @return the frame of the results, or of the last ones
	 * @throws IOException if the parent is lost
	 */
	OutgoingFrame invoke(long id, Object function, List<@Nullable Object> arguments) throws IOException {
		int arity = (function instanceof BiFunction) ? 2 : 1;
		List<@Nullable Object> outcomes = new ArrayList<>(arguments.size() * 2);
		long size = 0;
		int next = 0;
		while (next < arguments.size() && !this.inbox.isCancelled()) {
			int before = outcomes.size();
			int item = next;
			next += (arguments.get(item) instanceof SentItem) ? 1 : arity;
			try {
				Object result = sendable(apply(function, arity, arguments, item), arguments.size() > 1);
				outcomes.add(true);
				outcomes.add(result);
			}
			catch (Throwable ex) {
				outcomes.add(false);
				outcomes.addAll(this.codec.throwables().encode(ex));
			}
			long added = size(outcomes, before);
			if (before > 0 && size + added > this.codec.values().chunkLimit()) {
				List<@Nullable Object> part = outcomes.subList(0, before);
				this.line.send(encode(FrameKind.CHUNK_PART, id, part));
				part.clear();
				size = 0;
			}
			size += added;
		}
		return encode(FrameKind.CHUNK_RESULT, id, outcomes);
	}

	@SuppressWarnings("unchecked")
	private @Nullable Object apply(Object function, int arity, List<@Nullable Object> arguments, int first)
			throws IOException, ClassNotFoundException {
		if (arguments.get(first) instanceof SentItem item) {
			return apply(function, arity, this.codec.values().decode(item), 0);
		}
		return (arity != 1)
				? ((BiFunction<Object, Object, Object>) function).apply(arguments.get(first), arguments.get(first + 1))
				: ((Function<Object, Object>) function).apply(arguments.get(first));
	}

	/**
	 * Return a result in a form that does not change when the function goes on.
	 */
	private @Nullable Object sendable(@Nullable Object result, boolean more) throws IOException {
		if (CompactSize.of(result) == CompactSize.NONE) {
			SentItem item = this.codec.values().item(Arrays.asList(result));
			return (more && !item.attachments().isEmpty())
					? new SentItem(item.body(), item.attachments().stream().map(ChunkInvoker::copy).toList()) : item;
		}
		return (result != null && more) ? copy(result) : result;
	}

	private static Object copy(Object value) {
		if (value instanceof ByteBuffer buffer) {
			return ByteBuffer.allocate(buffer.remaining()).put(buffer.duplicate()).flip();
		}
		if (!value.getClass().isArray()) {
			return value;
		}
		int length = Array.getLength(value);
		Object copy = Array.newInstance(value.getClass().getComponentType(), length);
		System.arraycopy(value, 0, copy, 0, length);
		return copy;
	}

	private static long size(List<@Nullable Object> outcomes, int from) {
		long size = 0;
		for (int i = from; i < outcomes.size(); i++) {
			size += CompactSize.of(outcomes.get(i));
		}
		return size;
	}

	private OutgoingFrame encode(FrameKind kind, long id, List<@Nullable Object> outcomes) throws IOException {
		try {
			return this.codec.values().encode(kind, id, outcomes);
		}
		catch (IllegalArgumentException ex) {
			// then it is only one, for which no frame has room
			boolean ok = Boolean.TRUE.equals(outcomes.get(0));
			List<@Nullable Object> outcome = new ArrayList<>(1 + ThrowableCodec.SIZE);
			outcome.add(false);
			outcome.addAll((ok) ? this.codec.throwables().encode(ex)
					: this.codec.throwables().asText(outcomes.subList(1, outcomes.size())));
			return this.codec.values().encode(kind, id, outcome);
		}
	}

}
