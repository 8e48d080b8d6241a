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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;
import io.heddle.executor.HostedTask;

/**
 * Encodes tasks on the threads that submit them, and decodes what came of them.
 * Thread-safe.
 */
final class TaskEncoder {

	private static final @Nullable Object[] NO_ARGUMENTS = new Object[0];

	private final TaskCodec codec;

	private final @Nullable ContextCarrier contextCarrier;

	private final PortableContext portable;

	private final StatelessTasks stateless = new StatelessTasks();

	TaskEncoder(TaskCodec codec, @Nullable ContextCarrier contextCarrier) {
		this.codec = codec;
		this.contextCarrier = contextCarrier;
		this.portable = new PortableContext(codec.values());
	}

	PoolTask encode(HostedTask task) throws IOException {
		Object submitted = task.submitted();
		Map<String, Object> context = context(task);
		if (submitted instanceof ChunkCall<?> chunk) {
			chunk.function().define(this.codec);
			return new PoolTask(task, chunk.function(),
					this.codec.chunk(task.id(), context, chunk.function().id(), chunk.items()));
		}
		if (submitted instanceof BeanCall<?> call) {
			call.method().define(this.codec);
			return new PoolTask(task, call.method(),
					this.codec.call(task.id(), context, call.method().id(), call.arguments()));
		}
		PoolFunction function = this.stateless.of(submitted);
		if (function != null) {
			function.define(this.codec);
			return new PoolTask(task, function, this.codec.call(task.id(), context, function.id(), NO_ARGUMENTS));
		}
		return new PoolTask(task, null, this.codec.task(task.id(), context, submitted));
	}

	private @Nullable Map<String, Object> context(HostedTask task) {
		Object captured = task.context();
		return (captured != null && this.contextCarrier != null)
				? this.portable.of(this.contextCarrier.portable(captured)) : null;
	}

	/**
	 * Decode a frame as far as that runs no code of the user.
	 * @param frame the frame of a result or failure
	 * @return the values, or {@code null} if they are to be read by a {@link Reading}
	 */
	@Nullable List<@Nullable Object> compactValues(Frame frame) {
		try {
			return compact(frame);
		}
		catch (Throwable ex) {
			// the same will fail the task when it is read
			return null;
		}
	}

	/**
	 * Return how a task ends whose result is decoded.
	 * @param task the task
	 * @param frame the frame
	 * @param values its values
	 * @return what ends the future of the task, to be run without a lock
	 */
	Completion decoded(PoolTask task, Frame frame, List<@Nullable Object> values) {
		try {
			Object result = result(task.task(), frame, values);
			return new Completion(task.task(), (ended) -> ended.complete(result), false);
		}
		catch (Throwable ex) {
			// whatever it is, the future has to end
			return Completion.failed(task.task(), ex);
		}
	}

	/**
	 * Decode a frame as far as that runs no code of the user, such as a
	 * {@code readObject}.
	 * @param frame the frame of a result, a failure or the results of a chunk
	 * @return the values, or {@code null} if not all of them are compact ones
	 * @throws IOException if it is garbage
	 */
	private static @Nullable List<@Nullable Object> compact(Frame frame) throws IOException {
		if (frame.kind() == FrameKind.FAILURE) {
			return null;
		}
		List<@Nullable Object> compact = CompactReader.readAll(frame.body().duplicate(), frame.attachments());
		boolean plain = !compact.contains(CompactReader.OBJECT);
		if (frame.kind() != FrameKind.RESULT) {
			for (int i = 0; i < compact.size() && plain; i += 2) {
				// the exception of an item that failed is within bytes
				plain = Boolean.TRUE.equals(compact.get(i)) && i + 1 < compact.size()
						&& !(compact.get(i + 1) instanceof SentItem);
			}
		}
		return (plain) ? compact : null;
	}

	/**
	 * Return how a task ends whose result is read by code of the user, which may wait for
	 * other tasks.
	 * @param reading the reading
	 * @param frame the frame of a result or failure, the last one
	 * @param read is asked before the future is ended, unless somebody else has ended it,
	 * for what is run afterwards
	 * @return what ends the future of the task, to be run without a lock
	 */
	Completion late(Reading reading, Frame frame, Supplier<Runnable> read) {
		return new Completion(reading.task().task(), (ended) -> decodeLate(ended, reading, frame, read), true);
	}

	private void decodeLate(HostedTask task, Reading reading, Frame frame, Supplier<Runnable> read) {
		if (!reading.begin()) {
			return;
		}
		Object result = null;
		Throwable failure = null;
		try {
			if (frame.kind() == FrameKind.FAILURE) {
				failure = this.codec.failure(frame);
			}
			else {
				List<@Nullable Object> values = new ArrayList<>();
				for (Frame part : reading.task().parts) {
					values.addAll(this.codec.values().decode(part));
				}
				values.addAll(this.codec.values().decode(frame));
				result = result(task, frame, values);
			}
		}
		catch (Throwable ex) {
			failure = ex;
		}
		finally {
			reading.end();
		}
		Runnable afterwards = read.get();
		try {
			if (failure != null) {
				task.fail(failure);
			}
			else {
				task.complete(result);
			}
		}
		finally {
			afterwards.run();
		}
	}

	private @Nullable Object result(HostedTask task, Frame frame, List<@Nullable Object> values) throws IOException {
		return (frame.kind() == FrameKind.CHUNK_RESULT)
				? ((ChunkCall<?>) task.submitted()).results(this.codec.chunkResult(values)) : this.codec.result(values);
	}

}
