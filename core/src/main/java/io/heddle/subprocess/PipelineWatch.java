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

package io.heddle.subprocess;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends the processes of a pipeline that are of no use any more.
 */
final class PipelineWatch implements Runnable {

	private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(250);

	private static final int BROKEN_PIPE = -13;

	private final List<Execution> executions;

	private final long[] unreadSince;

	private final boolean[] unread;

	PipelineWatch(List<Execution> executions) {
		this.executions = executions;
		this.unreadSince = new long[executions.size()];
		this.unread = new boolean[executions.size()];
	}

	@Override
	public void run() {
		if (this.executions.stream().anyMatch((execution) -> execution.life().isFailing())) {
			this.executions.forEach((execution) -> execution.life().end(Ending.REQUEST));
			return;
		}
		long now = System.nanoTime();
		for (int i = this.executions.size() - 2; i >= 0; i--) {
			if (!this.executions.get(i).life().isOver() && this.executions.get(i + 1).life().isOver()) {
				if (this.unreadSince[i] == 0) {
					this.unreadSince[i] = now;
				}
				else if (now - this.unreadSince[i] > MOMENT) {
					this.unread[i] = true;
					this.executions.get(i).life().end(Ending.REQUEST);
				}
			}
		}
	}

	/**
	 * Return whether a process may have ended so as it did because the next one did not
	 * read any more.
	 * @param index the process
	 * @param exitCode how it ended
	 * @return whether that is no failure
	 */
	boolean isExcused(int index, int exitCode) {
		return this.unread[index] || (index < this.executions.size() - 1 && exitCode == BROKEN_PIPE);
	}

}
