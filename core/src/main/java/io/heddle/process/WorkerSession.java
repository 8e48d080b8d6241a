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

/**
 * Runs one task after the other until the parent says stop. Each result is written before
 * the next task begins, so a crash costs one task. Confined to one thread.
 */
final class WorkerSession {

	// the first task comes sooner if somebody waits for this worker
	private static final long QUIET_MILLIS = 20;

	// so that one that comes between two rehearsals waits for none
	private static final long PAUSE_MILLIS = 2;

	private final WorkerLine line;

	private final WorkerInbox inbox;

	private final WorkerReader reader;

	private final WorkerRelief relief;

	private final TaskInvoker invoker;

	private final long spinNanos;

	private final boolean spare;

	/** How often there is to be a rehearsal. **/
	private int rehearsals;

	private long pauseMillis = QUIET_MILLIS;

	WorkerSession(WorkerLine line, WorkerInbox inbox, WorkerReader reader, WorkerRelief relief, TaskInvoker invoker,
			long spinNanos, int rehearsals) {
		this.line = line;
		this.inbox = inbox;
		this.reader = reader;
		this.relief = relief;
		this.invoker = invoker;
		this.spinNanos = spinNanos;
		this.rehearsals = rehearsals;
		this.spare = rehearsals == Rehearsal.OF_SPARES;
	}

	/**
	 * Run tasks until told to stop.
	 * @return the exit code
	 * @throws IOException if the parent is lost
	 */
	int run() throws IOException {
		while (true) {
			Frame frame = this.inbox.take();
			if (frame == null) {
				await();
				continue;
			}
			switch (frame.kind()) {
				case DEFINE -> this.invoker.define(frame);
				case FORGET -> this.invoker.forget(frame.id());
				case STOP -> {
					return (int) frame.id();
				}
				default -> runTask(frame);
			}
		}
	}

	private void await() throws IOException {
		boolean ready = this.rehearsals == 0;
		this.reader.fillInbox(this.spinNanos, (ready) ? 0 : this.pauseMillis);
		if (!ready && this.inbox.isEmpty()) {
			this.inbox.begin();
			this.relief.begun();
			this.invoker.warmUp(this.spare);
			this.inbox.done();
			this.rehearsals--;
			this.pauseMillis = PAUSE_MILLIS;
		}
	}

	private void runTask(Frame frame) throws IOException {
		this.relief.begun();
		OutgoingFrame answer;
		try {
			answer = this.invoker.run(frame);
		}
		finally {
			this.inbox.end();
		}
		this.line.send(answer);
		this.inbox.done();
	}

}
