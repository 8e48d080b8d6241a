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
import java.util.List;

/**
 * Takes the frames of workers to who is concerned. Called by one thread at a time,
 * without the lock of the fleet.
 */
final class WorkerReports {

	private final FleetLock lock;

	private final TaskCodec codec;

	private final TaskReturns returns;

	private final Retirement retirement;

	private final StackRequests stacks;

	private final LogForwarder log;

	WorkerReports(FleetLock lock, TaskCodec codec, TaskReturns returns, Retirement retirement, StackRequests stacks,
			LogForwarder log) {
		this.lock = lock;
		this.codec = codec;
		this.returns = returns;
		this.retirement = retirement;
		this.stacks = stacks;
		this.log = log;
	}

	/**
	 * Take a frame.
	 * @param link the worker that sent it
	 * @param frame the frame
	 * @param completions where to put how tasks end
	 * @throws IOException if it is garbage
	 */
	void received(WorkerLink link, Frame frame, List<Completion> completions) throws IOException {
		switch (frame.kind()) {
			case RESULT, FAILURE, CHUNK_RESULT -> this.returns.ended(link, frame, completions);
			case CHUNK_PART -> this.returns.partly(link, frame);
			case DROPPED -> this.returns.givenBack(link, List.of(frame.id()));
			case RECALLED -> this.returns.givenBack(link, this.codec.ids(frame));
			case STACKS -> this.stacks.answer(frame.id(), this.codec.stack(frame));
			case LOG, OUTPUT -> log(link.connection(), frame);
			case RETIRING -> this.lock.change((after) -> {
				link.lastTask = frame.id();
				this.retirement.retire(link, "signal", after);
				this.retirement.limitEnd(link, after);
			});
			case EXITING -> this.lock.change((after) -> this.retirement.exiting(link, after));
			default -> throw new FrameException("A worker sent " + frame.kind());
		}
	}

	private void log(WorkerConnection connection, Frame frame) {
		LastLines lines = new LastLines();
		this.log.accept(connection.pid(), frame, lines);
		lines.get().forEach(connection::remember);
	}

}
