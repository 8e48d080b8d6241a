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
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Copies of bytes that a channel has not taken yet. Guarded by the writer, but for
 * {@link #isEmpty()}.
 */
final class Outbox {

	private final Deque<ByteBuffer> parts = new ArrayDeque<>();

	private volatile boolean empty = true;

	void add(ByteBuffer part) {
		if (part.hasRemaining()) {
			this.parts.add(ByteBuffer.allocate(part.remaining()).put(part).flip());
			this.empty = false;
		}
	}

	@Nullable ByteBuffer peek() {
		return this.parts.peek();
	}

	void remove() {
		this.parts.remove();
		this.empty = this.parts.isEmpty();
	}

	boolean isEmpty() {
		return this.empty;
	}

}
