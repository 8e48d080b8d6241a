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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process tree of a worker as its parent sees it.
 */
final class ProcessTree implements Descendants {

	private final Process process;

	private final String mark;

	private final MarkedProcesses marked;

	private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

	ProcessTree(Process process, String mark) {
		this.process = process;
		this.mark = mark;
		this.marked = new MarkedProcesses(process.toHandle(), mark);
	}

	@Override
	public void sample() {
		this.seen.removeIf((handle) -> !handle.isAlive());
		this.process.descendants().forEach(this.seen::add);
	}

	@Override
	public void kill() {
		sample();
		// by its handle, for the process itself would throw away what it has written last
		this.process.toHandle().destroyForcibly();
		this.marked.kill(this.seen);
	}

	@Override
	public OrphanWatch watch() throws IOException {
		return OrphanWatch.of(this.process.toHandle(), this.mark);
	}

}
