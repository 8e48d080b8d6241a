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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A single run of a pipeline.
 *
 * @param commands the commands
 * @param timeout how long it may take, or {@code null}
 */
record PipelineCall(List<SubprocessCommand> commands, @Nullable Duration timeout) {

	/** In the same order for everybody, so that nobody waits in a circle. **/
	private static final Comparator<Map.Entry<Runner, Integer>> ORDER = Comparator
		.comparing((Map.Entry<Runner, Integer> count) -> count.getKey().policy().name())
		.thenComparing((count) -> System.identityHashCode(count.getKey()));

	CompletedPipeline run(@Nullable Object context) throws InterruptedException {
		acquire();
		long begin = System.nanoTime();
		List<Execution> executions = start(context);
		PipelineWatch watch = new PipelineWatch(executions);
		boolean interrupted = new CallerDrive(executions, watch)
			.drive((execution) -> runner(executions.indexOf(execution)).abandon(execution));
		List<ProcessResult> results = new ArrayList<>();
		for (int i = 0; i < executions.size(); i++) {
			results.add(runner(i).conclude(executions.get(i)));
		}
		if (interrupted) {
			throw new InterruptedException();
		}
		for (int i = 0; i < executions.size(); i++) {
			RuntimeException exception = executions.get(i).exception(results.get(i));
			if (exception != null) {
				throw exception;
			}
		}
		List<CompletedProcess> processes = results.stream().map(CompletedProcess::new).toList();
		List<CompletedProcess> failed = new ArrayList<>();
		for (int i = 0; i < processes.size(); i++) {
			if (!processes.get(i).isSuccess() && !watch.isExcused(i, processes.get(i).exitCode())) {
				failed.add(processes.get(i));
			}
		}
		return new CompletedPipeline(processes, failed, Duration.ofNanos(System.nanoTime() - begin));
	}

	private Runner runner(int index) {
		return this.commands.get(index).runner();
	}

	private void acquire() throws InterruptedException {
		Map<Runner, Integer> counts = new HashMap<>();
		this.commands.forEach((command) -> counts.merge(command.runner(), 1, Integer::sum));
		Map<Runner, Integer> taken = new HashMap<>();
		try {
			for (Map.Entry<Runner, Integer> count : counts.entrySet().stream().sorted(ORDER).toList()) {
				acquire(count.getKey(), count.getValue());
				taken.put(count.getKey(), count.getValue());
			}
		}
		catch (InterruptedException | RuntimeException ex) {
			taken.forEach((runner, count) -> runner.permits().release(count));
			throw ex;
		}
	}

	private static void acquire(Runner runner, int count) throws InterruptedException {
		try {
			runner.permits().acquire(count);
		}
		catch (SubprocessRefusedException ex) {
			throw runner.refused(ex);
		}
	}

	private List<Execution> start(@Nullable Object context) {
		List<Execution> executions = new ArrayList<>();
		List<Process> processes = new ArrayList<>();
		try {
			List<Launch> launches = new ArrayList<>();
			List<ProcessBuilder> builders = new ArrayList<>();
			for (SubprocessCommand command : this.commands) {
				launches.add(new Launch(command.runner().policy(), command.spec().withTimeout(shorter(command))));
				ProcessBuilder builder = command.runner().prepare(launches.get(launches.size() - 1));
				builders.add((builders.isEmpty()) ? builder : builder.redirectInput(ProcessBuilder.Redirect.PIPE));
			}
			PipelineStart start = new PipelineStart(this.commands, builders);
			processes.addAll(startAll(start));
			int last = processes.size() - 1;
			for (int i = 0; i <= last; i++) {
				executions
					.add(runner(i).adopt(launches.get(i), processes.get(i), start.mark(i), context, i == 0, i == last));
			}
			return executions;
		}
		catch (IOException ex) {
			release(executions.size());
			String reason = String.valueOf(ex.getMessage());
			for (SubprocessCommand command : this.commands) {
				reason = command.runner().policy().redaction().redact(reason);
			}
			throw new SubprocessStartException("A pipeline could not start: " + reason, ex);
		}
		catch (RuntimeException | Error ex) {
			for (int i = 0; i < executions.size(); i++) {
				runner(i).abandon(executions.get(i));
			}
			processes.forEach((process) -> process.toHandle().destroyForcibly());
			release(executions.size());
			throw ex;
		}
	}

	private static List<Process> startAll(PipelineStart start) throws IOException {
		try {
			return ProcessBuilder.startPipeline(start);
		}
		catch (IOException | RuntimeException ex) {
			start.killLeftovers();
			throw ex;
		}
	}

	private @Nullable Duration shorter(SubprocessCommand command) {
		Duration own = command.spec().timeout();
		if (own == null || this.timeout == null) {
			return (own != null) ? own : this.timeout;
		}
		return (own.compareTo(this.timeout) < 0) ? own : this.timeout;
	}

	private void release(int first) {
		for (int i = first; i < this.commands.size(); i++) {
			runner(i).permits().release(1);
		}
	}

}
