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
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a frame. Used again unless a read failed. Confined to one thread at
 * a time.
 */
final class ObjectReader extends ObjectInputStream {

	/**
	 * How many objects may lie within each other.
	 */
	static final int MAX_DEPTH = 200;

	private final Source source;

	private final AllowList allow;

	private final ClassLoader classLoader;

	private long maxArrayLength;

	private List<Object> attachments = List.of();

	private @Nullable InvalidClassException refusal;

	private ObjectReader(Source source, AllowList allow, ClassLoader classLoader) throws IOException {
		super(source);
		this.source = source;
		this.allow = allow;
		this.classLoader = classLoader;
		enableResolveObject(true);
		setObjectInputFilter(this::filter);
	}

	static ObjectReader create(AllowList allow, ClassLoader classLoader) throws IOException {
		return new ObjectReader(new Source(), allow, classLoader);
	}

	/**
	 * Read the objects of a frame.
	 * @param values the values that stood in front of them, with
	 * {@link CompactReader#OBJECT} in the place of each object
	 * @param body the object stream
	 * @param attachments the attachments of the frame
	 * @throws IOException if it is garbage or holds what is not allowed
	 * @throws ClassNotFoundException if this JVM has not the class of an object
	 */
	void readObjects(List<@Nullable Object> values, ByteBuffer body, List<Object> attachments)
			throws IOException, ClassNotFoundException {
		this.source.begin(body);
		// each element takes a byte at least, but a map may ask for a table that is
		// sparse
		this.maxArrayLength = 1_024 + 8L * body.remaining();
		for (Object attachment : attachments) {
			this.maxArrayLength += AttachmentTable.bytes(attachment).remaining();
		}
		this.attachments = attachments;
		try {
			for (int i = 0; i < values.size(); i++) {
				if (values.get(i) == CompactReader.OBJECT) {
					values.set(i, readObject());
				}
			}
		}
		catch (InvalidClassException ex) {
			throw (this.refusal != null) ? this.refusal : ex;
		}
		catch (RuntimeException ex) {
			// garbage makes the stream throw any of them, and so may a readObject
			InvalidObjectException invalid = new InvalidObjectException("Not readable: " + ex);
			invalid.initCause(ex);
			throw invalid;
		}
		finally {
			this.attachments = List.of();
			this.source.end();
		}
	}

	private ObjectInputFilter.Status filter(ObjectInputFilter.FilterInfo info) {
		if (info.depth() > MAX_DEPTH) {
			this.refusal = new InvalidClassException(tooDeep(this.allow.pool()));
			return ObjectInputFilter.Status.REJECTED;
		}
		if (info.arrayLength() > this.maxArrayLength) {
			this.refusal = new InvalidClassException(
					"An array of " + info.arrayLength() + " elements does not fit in the frame that it came with");
			return ObjectInputFilter.Status.REJECTED;
		}
		Class<?> type = info.serialClass();
		if (type == null) {
			return ObjectInputFilter.Status.UNDECIDED;
		}
		if (this.allow.allows(type)) {
			return ObjectInputFilter.Status.ALLOWED;
		}
		this.refusal = this.allow.refusal(type);
		return ObjectInputFilter.Status.REJECTED;
	}

	static String tooDeep(String pool) {
		return "Objects are nested deeper than the " + MAX_DEPTH + " levels that process pool '" + pool
				+ "' reads; send them as a flat list or array, or give the class a writeReplace that does";
	}

	@Override
	protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
		try {
			return Class.forName(description.getName(), false, this.classLoader);
		}
		catch (ClassNotFoundException ex) {
			// knows the primitive types
			return super.resolveClass(description);
		}
	}

	@Override
	protected @Nullable Object resolveObject(@Nullable Object object) throws IOException {
		return (object instanceof Attachment attachment)
				? CompactReader.attachment(attachment.index(), this.attachments) : object;
	}

	/**
	 * Gives the stream one frame after another: in front of the first the header of a
	 * stream, in front of each the mark that makes it forget the frame before.
	 */
	private static final class Source extends InputStream {

		private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

		private ByteBuffer head = ByteBuffer.allocate(4)
			.putShort(ObjectStreamConstants.STREAM_MAGIC)
			.putShort(ObjectStreamConstants.STREAM_VERSION)
			.flip();

		private ByteBuffer body = NOTHING;

		void begin(ByteBuffer body) {
			this.head = ByteBuffer.wrap(new byte[] { ObjectStreamConstants.TC_RESET });
			this.body = body;
		}

		void end() {
			this.head = NOTHING;
			this.body = NOTHING;
		}

		@Override
		public int read() {
			if (this.head.hasRemaining()) {
				return this.head.get() & 0xFF;
			}
			return (this.body.hasRemaining()) ? this.body.get() & 0xFF : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			ByteBuffer next = (this.head.hasRemaining()) ? this.head : this.body;
			if (!next.hasRemaining()) {
				return (length != 0) ? -1 : 0;
			}
			int count = Math.min(length, next.remaining());
			next.get(target, offset, count);
			return count;
		}

		@Override
		public int available() {
			return this.head.remaining() + this.body.remaining();
		}

	}

}
