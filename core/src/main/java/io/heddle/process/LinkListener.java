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

import org.jspecify.annotations.Nullable;

/**
 * Is told what the workers send. Called by one thread at a time, without locks.
 */
interface LinkListener {

	/**
	 * Take a frame.
	 * @param link the worker that sent it
	 * @param frame the frame
	 * @param completions where to put how tasks end
	 * @throws IOException if it is garbage
	 */
	void received(WorkerLink link, Frame frame, List<Completion> completions) throws IOException;

	/**
	 * Take note that nothing more comes from a worker.
	 * @param link the worker
	 * @param reason why it is to be killed, or {@code null} if it has closed the socket
	 */
	void lost(WorkerLink link, @Nullable String reason);

	/**
	 * Send what there is room for after the frames of a turn.
	 */
	void turned();

}
