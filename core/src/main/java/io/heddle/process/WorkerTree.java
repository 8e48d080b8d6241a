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

import io.heddle.subprocess.os.ProcessTree;

/**
 * The process tree of a worker as its parent sees it.
 */
final class WorkerTree implements Descendants {

	private final ProcessHandle worker;

	private final String mark;

	private final ProcessTree tree;

	WorkerTree(ProcessHandle worker, String mark) {
		this.worker = worker;
		this.mark = mark;
		this.tree = new ProcessTree(worker, new MarkedProcesses(worker, mark));
	}

	@Override
	public void sample() {
		this.tree.sample();
	}

	@Override
	public void kill() {
		this.tree.kill();
	}

	@Override
	public OrphanWatch watch() throws IOException {
		return OrphanWatch.of(this.worker, this.mark);
	}

}
