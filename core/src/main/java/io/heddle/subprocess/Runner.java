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
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;
import io.heddle.subprocess.os.ProcessScan;
import io.heddle.subprocess.os.ProcessTree;

/**
 * Starts the processes of a policy and keeps account of them. Thread-safe.
 */
final class Runner {

	private static final Duration LONGEST_KILL = Duration.ofSeconds(15);

	private final SubprocessPolicy policy;

	private final @Nullable ContextCarrier carrier;

	private final ListenerCalls listener;

	private final Permits permits;

	private final PolicyThreads threads;

	private final ProcessPump pump;

	private final ProcessScan scan = new ProcessScan();

	private final Statistics statistics = new Statistics();

	private final Set<Execution> running = ConcurrentHashMap.newKeySet();

	private volatile boolean ending;

	Runner(SubprocessPolicy policy, SubprocessBuilder builder, ListenerCalls listener) {
		this.policy = policy;
		this.carrier = builder.contextCarrier;
		this.listener = listener;
		this.permits = new Permits(policy.name(), policy.maxConcurrent());
		this.threads = new PolicyThreads(policy.name(), builder.uncaughtExceptionHandler);
		this.pump = new ProcessPump(this.threads, this::lost);
	}

	private void lost(Execution execution, Throwable exception) {
		this.threads.report(exception);
		execution.fail(new IllegalStateException("A process was ended, for something went wrong", exception));
	}

	@Nullable Object context() {
		return (this.carrier != null) ? this.carrier.capture() : null;
	}

	/**
	 * Start a process for which there is a permit, which is given back if that fails.
	 * @param spec what the call asks for
	 * @param context the context of the caller
	 * @return the process
	 */
	Execution start(CommandSpec spec, @Nullable Object context) {
		try {
			Launch launch = new Launch(this.policy, spec);
			ProcessBuilder builder = prepare(launch);
			long mark = this.scan.mark();
			return adopt(launch, builder.start(), mark, context, true, true);
		}
		catch (IOException ex) {
			this.permits.release(1);
			throw new Launch(this.policy, spec).failure(ex);
		}
		catch (RuntimeException | Error ex) {
			this.permits.release(1);
			throw ex;
		}
	}

	ProcessBuilder prepare(Launch launch) {
		try {
			return launch.prepare();
		}
		catch (SubprocessRefusedException ex) {
			throw refused(ex);
		}
	}

	/**
	 * Take over a process that has just been started.
	 * @param launch how it was started
	 * @param process the process
	 * @param mark the mark of the scan before that
	 * @param context the context of the caller
	 * @param first whether its input does not come from another process
	 * @param last whether its output does not go to another process
	 * @return the process
	 */
	Execution adopt(Launch launch, Process process, long mark, @Nullable Object context, boolean first, boolean last) {
		try {
			return adoptUnguarded(launch, process, mark, context, first, last);
		}
		catch (RuntimeException | Error ex) {
			process.toHandle().destroyForcibly();
			throw ex;
		}
	}

	private Execution adoptUnguarded(Launch launch, Process process, long mark, @Nullable Object context, boolean first,
			boolean last) {
		CommandSpec spec = launch.spec();
		ProcessTree tree = ProcessTree.of(process.toHandle(), this.scan, mark, pipes(spec, first, last));
		LineConsumers consumers = new LineConsumers(this.policy.name(), process.pid(), this.carrier, context);
		OutputTarget stdout = (last) ? launch.target(spec.stdout(), consumers, false) : null;
		OutputTarget stderr = launch.target(spec.stderr(), consumers, true);
		ProcessLife life = new ProcessLife(this.policy, process, tree, launch.timeout());
		Execution execution = new Execution(this.policy, launch.text(), life, outlet(process.getInputStream(), stdout),
				outlet(process.getErrorStream(), stderr));
		if (first) {
			execution.feed(spec.input(), this.threads);
		}
		this.running.add(execution);
		this.statistics.addStarted();
		if (this.ending) {
			execution.life().end(Ending.SHUTDOWN);
		}
		return execution;
	}

	/**
	 * Return which standard streams of a process are pipes to this JVM.
	 * @param spec what the call asks for
	 * @param first whether its input does not come from another process
	 * @param last whether its output does not go to another process
	 * @return 0 for its input, 1 for its output, 2 for its error; none if what it has
	 * started is not ended with it
	 */
	int[] pipes(CommandSpec spec, boolean first, boolean last) {
		OutputDestination stderr = spec.stderr();
		int[] pipes = new int[3];
		int count = 0;
		if (this.policy.killTree()) {
			if (first && spec.input().isPiped()) {
				pipes[count++] = 0;
			}
			if (last && spec.stdout().isPiped()) {
				pipes[count++] = 1;
			}
			if (stderr != null && stderr.isPiped()) {
				pipes[count++] = 2;
			}
		}
		return Arrays.copyOf(pipes, count);
	}

	private static @Nullable Outlet outlet(InputStream stream, @Nullable OutputTarget target) {
		return (target != null) ? new Outlet(stream, target) : null;
	}

	/**
	 * Keep account of a process that has ended, and give its permit back.
	 * @param execution the process, with all its output read
	 * @return how it ended
	 */
	ProcessResult conclude(Execution execution) {
		try {
			return account(execution);
		}
		finally {
			release(execution);
		}
	}

	private ProcessResult account(Execution execution) {
		ProcessResult result;
		try {
			result = execution.result();
		}
		catch (RuntimeException | Error ex) {
			execution.life().end(Ending.FAILURE);
			account(execution, execution.resultWithoutOutput());
			throw ex;
		}
		account(execution, result);
		return result;
	}

	private void account(Execution execution, ProcessResult result) {
		FinishedSubprocess finished = execution.finished(result);
		this.statistics.add(finished);
		this.listener.ended(finished);
	}

	private void release(Execution execution) {
		this.running.remove(execution);
		this.permits.release(1);
		execution.stopFeed(this.threads);
	}

	/**
	 * Kill a process that cannot be looked after any more, keep account of it, and give
	 * its permit back.
	 * @param execution the process
	 */
	void abandon(Execution execution) {
		try {
			execution.life().abandon();
			account(execution);
		}
		finally {
			release(execution);
		}
	}

	<T extends SubprocessRefusedException> T refused(T exception) {
		this.statistics.addRefused();
		this.listener.refused(String.valueOf(exception.getMessage()));
		return exception;
	}

	SubprocessPolicy policy() {
		return this.policy;
	}

	Permits permits() {
		return this.permits;
	}

	/**
	 * Return whether one thread may read the output of many processes. The JDK is kept
	 * from reading without end what goes on to write when its process has ended; but a
	 * process may end before that can be done, so who leaves writers behind on purpose
	 * has a thread of its own.
	 * @return whether what a process leaves behind is killed
	 */
	boolean isPumped() {
		return this.policy.killTree() && this.scan.isPossible();
	}

	ProcessPump pump() {
		return this.pump;
	}

	PolicyThreads threads() {
		return this.threads;
	}

	ProcessScan scan() {
		return this.scan;
	}

	Statistics statistics() {
		return this.statistics;
	}

	List<Execution> running() {
		return List.copyOf(this.running);
	}

	/**
	 * Start nothing more, and end what does not end in time.
	 */
	void close() {
		this.permits.close();
		boolean interrupted = false;
		try {
			this.permits.awaitNone(this.policy.shutdownGrace());
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		this.ending = true;
		this.running.forEach((execution) -> execution.life().end(Ending.SHUTDOWN));
		long deadline = System.nanoTime() + LONGEST_KILL.plus(this.policy.killGrace()).toNanos();
		while (System.nanoTime() - deadline < 0) {
			try {
				this.permits.awaitNone(Duration.ofNanos(deadline - System.nanoTime()));
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
