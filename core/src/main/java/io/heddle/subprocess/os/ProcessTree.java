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

package io.heddle.subprocess.os;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and all that belong to it: its descendants, and those whose parent has died.
 * Thread-safe.
 */
public final class ProcessTree {

	private static final Logger logger = LoggerFactory.getLogger(ProcessTree.class);

	/** What starts new ones faster than they are killed cannot keep us for ever. **/
	private static final long LONGEST_KILL = Duration.ofSeconds(10).toNanos();

	private static final long LONGEST_END = Duration.ofSeconds(1).toNanos();

	private static final long SHORT_WAIT = Duration.ofMillis(1).toNanos();

	private final ProcessHandle root;

	private final Relatives relatives;

	private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

	/**
	 * Create a tree.
	 * @param root the process
	 * @param relatives finds those that belong to it
	 */
	public ProcessTree(ProcessHandle root, Relatives relatives) {
		this.root = root;
		this.relatives = relatives;
	}

	/**
	 * Create the tree of a process that this JVM has just started.
	 * @param root the process
	 * @param scan sees what was started after it
	 * @param mark the mark that the scan gave before it was started
	 * @param pipes which of its standard streams are pipes to this JVM: 0 for its input,
	 * 1 for its output, 2 for its error. On Linux those that inherit one belong to it
	 * @return a new tree
	 */
	public static ProcessTree of(ProcessHandle root, ProcessScan scan, long mark, int... pipes) {
		if (!scan.isPossible()) {
			return new ProcessTree(root, new DescendantRelatives(root));
		}
		Set<String> names = new HashSet<>();
		for (int stream : pipes) {
			String name = ProcEntry.pipe(root.pid(), Integer.toString(stream));
			if (name != null) {
				names.add(name);
			}
		}
		return new ProcessTree(root, new LinuxRelatives(root.pid(), scan, mark, names));
	}

	/**
	 * Remember those that can be found at little cost, so that they are known when their
	 * parent has died.
	 */
	public void sample() {
		this.seen.removeIf((handle) -> !handle.isAlive());
		this.seen.addAll(this.relatives.nearest());
	}

	/**
	 * Return those that were found when they were looked for last, and live still.
	 * @return the processes, without the root
	 */
	public Set<ProcessHandle> seen() {
		Set<ProcessHandle> living = new HashSet<>(this.seen);
		living.removeIf((handle) -> !handle.isAlive());
		return living;
	}

	/**
	 * Ask all of them to end (SIGTERM), the root first.
	 */
	public void terminate() {
		sample();
		this.seen.addAll(this.relatives.all());
		this.root.destroy();
		this.seen.forEach(ProcessHandle::destroy);
	}

	/**
	 * Kill all of them, and those that they start meanwhile, until none is left. Does not
	 * wait for the root to be reaped.
	 */
	public void kill() {
		sample();
		// by its handle, for the process itself would throw away what it has written last
		this.root.destroyForcibly();
		killDescendants(Integer.MAX_VALUE);
	}

	/**
	 * Kill all of them but the root, and those that they start meanwhile.
	 * @param rounds how often to look for those at most
	 * @return whether there was any
	 */
	public boolean killDescendants(int rounds) {
		long begin = System.nanoTime();
		Set<ProcessHandle> killed = new HashSet<>();
		Set<ProcessHandle> next = new HashSet<>(this.relatives.all());
		next.addAll(this.seen);
		for (int round = 0; round < rounds && !next.isEmpty(); round++) {
			for (ProcessHandle process : next) {
				process.descendants().forEach(killed::add);
				process.destroyForcibly();
			}
			killed.forEach(ProcessHandle::destroyForcibly);
			killed.addAll(next);
			next = new HashSet<>(this.relatives.all());
			next.removeAll(killed);
			if (System.nanoTime() - begin > LONGEST_KILL) {
				logger.warn("Gave up killing the descendants of process {}: {} were killed, and there are still {}",
						this.root.pid(), killed.size(), next.size());
				return true;
			}
		}
		return !killed.isEmpty();
	}

	/**
	 * Wait a little until those have ended that were killed.
	 */
	public void awaitEnd() {
		long begin = System.nanoTime();
		while (!this.relatives.all().isEmpty() && System.nanoTime() - begin < LONGEST_END) {
			LockSupport.parkNanos(SHORT_WAIT);
		}
	}

}
