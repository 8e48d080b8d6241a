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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the header and the body of a frame with attachments: the length of
 * the body, and kind and length of each attachment. It stands in front so that the reader
 * can put each attachment where it is to stay. Immutable.
 *
 * @param bodyLength the length of the body
 * @param kinds whether each attachment is a buffer rather than an array
 * @param lengths the length of each attachment
 */
record AttachmentTable(int bodyLength, boolean[] kinds, int[] lengths) {

	static final int FIXED_SIZE = 2 * Integer.BYTES;

	static final int ENTRY_SIZE = 1 + Integer.BYTES;

	static AttachmentTable of(int bodyLength, List<Object> attachments) {
		boolean[] kinds = new boolean[attachments.size()];
		int[] lengths = new int[attachments.size()];
		for (int i = 0; i < kinds.length; i++) {
			kinds[i] = attachments.get(i) instanceof ByteBuffer;
			lengths[i] = bytes(attachments.get(i)).remaining();
		}
		return new AttachmentTable(bodyLength, kinds, lengths);
	}

	static ByteBuffer bytes(Object attachment) {
		return (attachment instanceof ByteBuffer buffer) ? buffer.duplicate() : ByteBuffer.wrap((byte[]) attachment);
	}

	int size() {
		return FIXED_SIZE + this.lengths.length * ENTRY_SIZE;
	}

	/**
	 * Return the length of the frame.
	 * @return table, body and attachments
	 */
	long frameLength() {
		long length = (long) size() + this.bodyLength;
		for (int attachment : this.lengths) {
			length += attachment;
		}
		return length;
	}

	void write(ByteBuffer target) {
		target.putInt(this.lengths.length).putInt(this.bodyLength);
		for (int i = 0; i < this.lengths.length; i++) {
			target.put((byte) ((this.kinds[i]) ? 1 : 0)).putInt(this.lengths[i]);
		}
	}

	/**
	 * Read a table.
	 * @param source where it begins, after its count
	 * @param count the number of attachments, already checked against the frame length
	 * @param frameLength the length of the frame
	 * @return the table
	 * @throws FrameException if it contradicts itself or the header
	 */
	static AttachmentTable read(ByteBuffer source, int count, int frameLength) throws FrameException {
		int bodyLength = source.getInt();
		boolean[] kinds = new boolean[count];
		int[] lengths = new int[count];
		boolean negative = bodyLength < 0;
		for (int i = 0; i < count; i++) {
			kinds[i] = source.get() != 0;
			lengths[i] = source.getInt();
			negative |= lengths[i] < 0;
		}
		AttachmentTable table = new AttachmentTable(bodyLength, kinds, lengths);
		if (negative || table.frameLength() != frameLength) {
			throw new FrameException("A frame of " + frameLength + " bytes has parts of other lengths");
		}
		return table;
	}

	/**
	 * Give the received parts their types.
	 * @param parts the body, then the attachments
	 * @return the attachments
	 */
	List<Object> typed(List<byte[]> parts) {
		List<Object> attachments = new ArrayList<>(this.lengths.length);
		for (int i = 0; i < this.lengths.length; i++) {
			byte[] bytes = parts.get(i + 1);
			attachments.add((this.kinds[i]) ? ByteBuffer.wrap(bytes) : bytes);
		}
		return attachments;
	}

}
