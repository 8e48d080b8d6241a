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

/**
 * A frame to be sent, perhaps more than once: writing it leaves it unchanged. Immutable,
 * but for attachments, which are the caller's own arrays until {@link #detached()}.
 *
 * @param kind what it says
 * @param id the task, function or other thing it is about
 * @param parts header and body, then the attachments
 */
record OutgoingFrame(FrameKind kind, long id, ByteBuffer[] parts) {

	/**
	 * Return the bytes on the wire.
	 * @return the number of bytes, the header included
	 */
	long length() {
		long length = 0;
		for (ByteBuffer part : this.parts) {
			length += part.remaining();
		}
		return length;
	}

	/**
	 * Return this frame with attachments of its own, so that the caller may change the
	 * arrays.
	 * @return this frame if it has no attachments, else a copy
	 */
	OutgoingFrame detached() {
		if (this.parts.length == 1) {
			return this;
		}
		ByteBuffer[] copies = this.parts.clone();
		for (int i = 1; i < copies.length; i++) {
			copies[i] = ByteBuffer.allocate(this.parts[i].remaining()).put(this.parts[i].duplicate()).flip();
		}
		return new OutgoingFrame(this.kind, this.id, copies);
	}

}
