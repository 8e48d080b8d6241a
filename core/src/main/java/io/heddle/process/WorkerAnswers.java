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
import java.util.Arrays;
import java.util.List;

/**
 * Answers what the parent asks about tasks: cancel, recall, stack. Runs no foreign code.
 * Thread-safe.
 */
final class WorkerAnswers {

	private final WorkerLine line;

	private final WorkerInbox inbox;

	private final TaskCodec codec;

	private final Thread runner;

	WorkerAnswers(WorkerLine line, WorkerInbox inbox, TaskCodec codec, Thread runner) {
		this.line = line;
		this.inbox = inbox;
		this.codec = codec;
		this.runner = runner;
	}

	void answer(Frame frame) throws IOException {
		switch (frame.kind()) {
			case CANCEL -> cancel(frame.id());
			case RECALL -> recall(frame);
			case STACK -> stack(frame.id());
			default -> throw new FrameException("The parent sent " + frame.kind());
		}
	}

	private void cancel(long id) throws IOException {
		if (this.inbox.cancel(id)) {
			this.line.send(TaskCodec.control(FrameKind.DROPPED, id));
		}
	}

	private void recall(Frame frame) throws IOException {
		List<Long> recalled = this.inbox.recall(this.codec.ids(frame));
		this.line.send(this.codec.ids(FrameKind.RECALLED, recalled));
	}

	private void stack(long id) throws IOException {
		StackTraceElement[] stack = this.runner.getStackTrace();
		List<StackTraceElement> frames = (this.inbox.isRunning(id)) ? Arrays.asList(stack) : List.of();
		this.line.send(this.codec.values().encode(FrameKind.STACKS, id, frames));
	}

}
