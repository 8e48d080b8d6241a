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
import java.io.InvalidObjectException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes values into a frame: compact ones first, all others behind them in one object
 * stream. Used again unless a write failed. Confined to one thread at a time.
 */
final class ObjectWriter extends ObjectOutputStream {

	private final FrameBuffer target;

	private final AllowList allow;

	private final List<Object> objects = new ArrayList<>();

	private ObjectWriter(FrameBuffer target, AllowList allow) throws IOException {
		super(target);
		this.target = target;
		this.allow = allow;
		enableReplaceObject(true);
	}

	static ObjectWriter create(int limit, AllowList allow) throws IOException {
		FrameBuffer target = new FrameBuffer(limit);
		ObjectWriter writer = new ObjectWriter(target, allow);
		// the reader makes the stream's header itself, since it is there once only
		writer.flush();
		target.reset();
		return writer;
	}

	OutgoingFrame toFrame(FrameKind kind, long id, List<? extends @Nullable Object> values) throws IOException {
		write(values);
		return this.target.toFrame(kind, id);
	}

	SentItem toItem(List<? extends @Nullable Object> values) throws IOException {
		write(values);
		return this.target.toItem();
	}

	private void write(List<? extends @Nullable Object> values) throws IOException {
		this.target.room(Integer.BYTES).putInt(values.size());
		for (Object value : values) {
			if (!CompactWriter.write(value, this.target)) {
				this.target.write(CompactTag.OBJECT.wire());
				this.objects.add(value);
			}
		}
		if (!this.objects.isEmpty()) {
			writeObjects();
			this.objects.clear();
			// lets go of what the stream refers to; the reader does not look at the byte
			reset();
			flush();
		}
	}

	private void writeObjects() throws IOException {
		try {
			for (Object object : this.objects) {
				writeObject(object);
			}
		}
		catch (StackOverflowError ex) {
			InvalidObjectException invalid = new InvalidObjectException(ObjectReader.tooDeep(this.allow.pool()));
			invalid.initCause(ex);
			throw invalid;
		}
	}

	@Override
	protected @Nullable Object replaceObject(@Nullable Object object) throws IOException {
		if (object instanceof ByteBuffer || object instanceof byte[] bytes && bytes.length >= Attachment.MIN_LENGTH) {
			return new Attachment(this.target.attach(object));
		}
		if (object instanceof Path path) {
			return SentPath.of(path);
		}
		return object;
	}

	@Override
	protected void annotateClass(Class<?> type) throws IOException {
		// what the peer would refuse is told here, where it costs this value alone
		if (!this.allow.allows(type)) {
			throw this.allow.refusal(type);
		}
	}

	@Override
	protected void annotateProxyClass(Class<?> type) throws IOException {
		annotateClass(type);
	}

}
