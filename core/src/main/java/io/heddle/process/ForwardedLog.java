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
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The worker's side of the log. Thread-safe.
 */
final class ForwardedLog implements WorkerLogSink {

	private static final int MAX_TEXT = 64 << 10;

	private final WorkerLine line;

	private final WorkerInbox inbox;

	private final TaskCodec codec;

	ForwardedLog(WorkerLine line, WorkerInbox inbox, TaskCodec codec) {
		this.line = line;
		this.inbox = inbox;
		this.codec = codec;
	}

	@Override
	public void log(Event event) {
		send(FrameKind.LOG, task(), event.level(), event.logger(), event.thread(), event.time().toEpochMilli(),
				cut(event.message()), cut(event.throwable()), strings(event.mdc()));
	}

	/**
	 * Return which task runs.
	 * @return its identifier, or a negative number if there is none
	 */
	long task() {
		return this.inbox.running();
	}

	void output(boolean error, String text, long task, Map<String, String> mdc) {
		send(FrameKind.OUTPUT, task, error, text, strings(mdc));
	}

	private void send(FrameKind kind, long task, @Nullable Object... values) {
		try {
			this.line.send(this.codec.encodePlain(kind, task, values));
		}
		catch (IOException ex) {
			// who reads notices the loss of the parent
		}
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + " [cut]" : text;
	}

	private static String[] strings(Map<String, String> mdc) {
		return mdc.entrySet()
			.stream()
			.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()))
			.toArray(String[]::new);
	}

}
