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
import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Turns lists of values into frames and back. Thread-safe.
 */
final class ValueCodec {

	private static final long CHUNK_MARGIN = 128 << 10;

	private final int maxFrameSize;

	private final CodecPool<ObjectWriter> writers;

	private final CodecPool<ObjectReader> readers;

	private final LambdaCodec lambdas;

	ValueCodec(AllowList allow, int maxFrameSize, ClassLoader classLoader) {
		this.maxFrameSize = maxFrameSize;
		this.writers = new CodecPool<>(() -> ObjectWriter.create(maxFrameSize, allow));
		this.readers = new CodecPool<>(() -> ObjectReader.create(allow, classLoader));
		this.lambdas = new LambdaCodec(allow, classLoader);
	}

	/**
	 * Encode values.
	 * @param kind what the frame says
	 * @param id what it is about
	 * @param values the values
	 * @return the frame
	 * @throws IOException if a value cannot be serialized or is not allowed
	 * @throws IllegalArgumentException if the frame would exceed the limit
	 */
	OutgoingFrame encode(FrameKind kind, long id, List<? extends @Nullable Object> values) throws IOException {
		ObjectWriter writer = this.writers.take();
		OutgoingFrame frame = writer.toFrame(kind, id, values);
		this.writers.giveBack(writer);
		return frame;
	}

	/**
	 * Encode values of an item.
	 * @param values the values
	 * @return the item
	 * @throws IOException if a value cannot be serialized or is not allowed
	 * @throws IllegalArgumentException if the item would exceed the limit of a frame
	 */
	SentItem item(List<? extends @Nullable Object> values) throws IOException {
		ObjectWriter writer = this.writers.take();
		SentItem item = writer.toItem(values);
		this.writers.giveBack(writer);
		return item;
	}

	/**
	 * Decode the values of an item.
	 * @param item the item
	 * @return the values
	 * @throws IOException if it is garbage or holds what is not allowed
	 * @throws ClassNotFoundException if this JVM has not the class of a value
	 */
	List<@Nullable Object> decode(SentItem item) throws IOException, ClassNotFoundException {
		return decode(item.body(), item.attachments());
	}

	/**
	 * Return how many bytes the items of a chunk may take, so that there is room for what
	 * comes with them.
	 */
	long chunkLimit() {
		return this.maxFrameSize - CHUNK_MARGIN;
	}

	/**
	 * Decode the values of a frame.
	 * @param frame the frame
	 * @return the values
	 * @throws IOException if the frame is garbage or holds what is not allowed
	 * @throws ClassNotFoundException if this JVM has not the class of a value
	 */
	List<@Nullable Object> decode(Frame frame) throws IOException, ClassNotFoundException {
		return decode(frame.body(), frame.attachments());
	}

	private List<@Nullable Object> decode(ByteBuffer body, List<Object> attachments)
			throws IOException, ClassNotFoundException {
		ByteBuffer source = body.duplicate();
		List<@Nullable Object> values = CompactReader.readAll(source, attachments);
		if (values.contains(CompactReader.OBJECT)) {
			ObjectReader reader = this.readers.take();
			reader.readObjects(values, source, attachments);
			this.readers.giveBack(reader);
		}
		return values;
	}

	LambdaCodec lambdas() {
		return this.lambdas;
	}

}
