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

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.heddle.subprocess.os.ProcessTree;
import io.heddle.subprocess.os.ThreadChildren;

/**
 * What the programs of a pipeline are started by. The JDK takes one builder after the
 * other, and if one cannot be started it kills the processes before it and tells nobody
 * which these were; so this notes them, to end what they have started too. Used by the
 * thread that starts the pipeline.
 */
final class PipelineStart extends AbstractList<ProcessBuilder> {

	private final List<SubprocessCommand> commands;

	private final List<ProcessBuilder> builders;

	private final List<Long> marks;

	private final Set<Long> known = ThreadChildren.current();

	private final List<ProcessTree> trees = new ArrayList<>();

	/**
	 * Create a start.
	 * @param commands the commands
	 * @param builders the builder of each
	 */
	PipelineStart(List<SubprocessCommand> commands, List<ProcessBuilder> builders) {
		this.commands = commands;
		this.builders = builders;
		this.marks = commands.stream().map((command) -> command.runner().scan().mark()).toList();
	}

	@Override
	public ProcessBuilder get(int index) {
		if (index > 0) {
			note(index - 1);
		}
		return this.builders.get(index);
	}

	private void note(int index) {
		Set<Long> started = ThreadChildren.current();
		started.removeAll(this.known);
		this.known.addAll(started);
		Runner runner = this.commands.get(index).runner();
		// more than one: a child of a thread that has ended was passed on to this one
		if (started.size() == 1 && runner.policy().killTree()) {
			int[] pipes = runner.pipes(this.commands.get(index).spec(), index == 0, false);
			ProcessHandle.of(started.iterator().next())
				.ifPresent((process) -> this.trees
					.add(ProcessTree.of(process, runner.scan(), this.marks.get(index), pipes)));
		}
	}

	@Override
	public int size() {
		return this.builders.size();
	}

	/**
	 * Return what the scan of a policy had seen before anything was started.
	 * @param index the command
	 * @return the mark
	 */
	long mark(int index) {
		return this.marks.get(index);
	}

	/**
	 * Kill what was started by the processes before the one that could not be.
	 */
	void killLeftovers() {
		this.trees.removeIf((tree) -> !tree.killDescendants(Integer.MAX_VALUE));
		this.trees.forEach(ProcessTree::awaitEnd);
	}

}
