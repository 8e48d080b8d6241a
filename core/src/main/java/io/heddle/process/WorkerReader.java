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

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads what the parent sends: tasks go to the inbox, all else is answered at once. The
 * thread that runs the tasks reads while it has none; the {@link WorkerRelief} while it
 * is at one for long. Thread-safe.
 */
final class WorkerReader {

	private final WorkerLine line;

	private final WorkerInbox inbox;

	private final WorkerAnswers answers;

	private final ReentrantLock seat = new ReentrantLock();

	private volatile boolean wanted;

	WorkerReader(WorkerLine line, WorkerInbox inbox, WorkerAnswers answers) {
		this.line = line;
		this.inbox = inbox;
		this.answers = answers;
	}

	/**
	 * Read until the inbox holds something. For the thread that runs the tasks.
	 * @param spinNanos how long to poll before sleeping
	 * @param quietMillis how long nothing has to come for this to return all the same, or
	 * 0
	 * @throws IOException if the parent is lost
	 */
	void fillInbox(long spinNanos, long quietMillis) throws IOException {
		if (!this.seat.tryLock()) {
			this.wanted = true;
			this.line.wakeup();
			this.seat.lock();
		}
		this.wanted = false;
		try {
			boolean quiet = false;
			while (this.inbox.isEmpty() && !quiet) {
				quiet = !turn(spinNanos, quietMillis) && quietMillis > 0;
			}
		}
		finally {
			this.seat.unlock();
		}
	}

	/**
	 * Read until the thread that runs the tasks wants to. For the relief.
	 * @throws IOException if the parent is lost
	 */
	void relieve() throws IOException {
		if (!this.wanted && this.seat.tryLock()) {
			try {
				while (!this.wanted) {
					turn(0, 0);
				}
			}
			finally {
				this.seat.unlock();
			}
		}
	}

	private boolean turn(long spinNanos, long quietMillis) throws IOException {
		if (!this.line.awaitReadable(spinNanos, quietMillis)) {
			// a task thread of the user may have interrupted this one; select would not
			// wait again
			Thread.interrupted();
			return false;
		}
		boolean open = this.line.channel().fill();
		for (Frame frame = this.line.channel().poll(); frame != null; frame = this.line.channel().poll()) {
			switch (frame.kind()) {
				case TASK, CALL, CHUNK, DEFINE, FORGET, STOP -> this.inbox.add(frame);
				default -> this.answers.answer(frame);
			}
		}
		if (!open) {
			throw new EOFException("The parent closed the connection");
		}
		return true;
	}

}
