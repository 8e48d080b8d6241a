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

import org.jspecify.annotations.Nullable;

/**
 * What a frame says. The ordinal is its byte on the wire, so new ones go to the end.
 */
enum FrameKind {

	// handshake
	HELLO, CHALLENGE, PROOF,

	// parent to worker
	CONFIG, DEFINE, FORGET, TASK, CALL, CHUNK, CANCEL, RECALL, STACK, STOP,

	// worker to parent
	READY, START_FAILED, RESULT, FAILURE, CHUNK_RESULT, DROPPED, RECALLED, STACKS, LOG, OUTPUT, RETIRING, EXITING,
	CHUNK_PART;

	private static final FrameKind[] VALUES = values();

	static @Nullable FrameKind of(int wire) {
		return (wire >= 0 && wire < VALUES.length) ? VALUES[wire] : null;
	}

}
