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

/**
 * A frame that makes both sides of the codec load what most tasks need.
 */
final class Preload {

	private Preload() {
	}

	static Frame frame(TaskCodec codec) throws IOException {
		ProcessTask<Integer> task = () -> 1;
		ByteBuffer bytes = codec.values().encode(FrameKind.RESULT, 0, List.of(1, 1L, "text", task)).parts()[0];
		return new Frame(FrameKind.RESULT, 0, bytes.slice(FrameHeader.SIZE, bytes.remaining() - FrameHeader.SIZE),
				List.of());
	}

}
