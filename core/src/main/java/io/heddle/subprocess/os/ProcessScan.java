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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Looks at the processes of Linux that have started since it looked last, once for all
 * trees that ask. Where nobody has started anything that costs to read one small file.
 * This JVM, its threads and its children are left out: a child has for a moment, before
 * it becomes another program, the pipes to all others. Thread-safe.
 */
public final class ProcessScan {

	/** If more numbers than that were given, the processes are listed. **/
	private static final int MOST_NUMBERS = 2_000;

	private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

	private static final int FIRST_PRUNING = 64;

	private static final long OWN = ProcessHandle.current().pid();

	private static final long INIT = 1;

	private final Set<Long> adoptive = new HashSet<>(Set.of(INIT));

	private long lookedAt = ProcEntry.lastNumber();

	private long lookedWhen = System.nanoTime() - MOMENT;

	private int pruneAt = FIRST_PRUNING;

	private Found found = new Found(0, List.of());

	/**
	 * Create a scan, which sees what is started from now on.
	 */
	public ProcessScan() {
		for (ProcessHandle parent = parent(ProcessHandle.current()); parent != null; parent = parent(parent)) {
			this.adoptive.add(parent.pid());
		}
	}

	private static @Nullable ProcessHandle parent(ProcessHandle handle) {
		return handle.parent().orElse(null);
	}

	/**
	 * Return whether this works on the present system.
	 * @return whether it does
	 */
	public boolean isPossible() {
		return this.lookedAt >= 0;
	}

	/**
	 * Return a mark, to be got before a process is started: what belongs to it is found
	 * later.
	 * @return the mark
	 */
	public synchronized long mark() {
		return this.found.generation();
	}

	/**
	 * Look again, unless that was done a moment ago.
	 * @return what was found until now, or a moment ago
	 */
	synchronized Found recent() {
		return (System.nanoTime() - this.lookedWhen < MOMENT) ? this.found : refresh();
	}

	/**
	 * Look again.
	 * @return what was found until now
	 */
	synchronized Found refresh() {
		long last = ProcEntry.lastNumber();
		this.lookedWhen = System.nanoTime();
		if (last == this.lookedAt) {
			return this.found;
		}
		long first = this.lookedAt + 1;
		this.lookedAt = last;
		List<Sighting> sightings = new ArrayList<>(this.found.sightings());
		int before = sightings.size();
		long generation = this.found.generation() + 1;
		if (first <= last && last - first < MOST_NUMBERS) {
			for (long number = first; number <= last; number++) {
				addIfForeign(number, generation, sightings);
			}
		}
		else {
			// too many, or they have begun again from the lowest
			sightings.clear();
			Arrays.stream(listed()).forEach((pid) -> addIfForeign(pid, generation, sightings));
		}
		if (sightings.size() > this.pruneAt) {
			sightings.removeIf((sighting) -> ProcEntry.of(sighting.entry().pid()) == null);
			this.pruneAt = Math.max(FIRST_PRUNING, 2 * sightings.size());
		}
		if (sightings.size() != before || first > last) {
			this.found = new Found(generation, List.copyOf(sightings));
		}
		return this.found;
	}

	private static long[] listed() {
		String[] names = ProcEntry.PROC.list((folder, name) -> Character.isDigit(name.charAt(0)));
		return (names != null) ? Arrays.stream(names).mapToLong(Long::parseLong).sorted().toArray() : new long[0];
	}

	private void addIfForeign(long number, long generation, List<Sighting> sightings) {
		ProcEntry entry = (number != OWN) ? ProcEntry.of(number) : null;
		boolean ownChild = entry != null && entry.parent() == OWN;
		if (entry == null || (ownChild && OWN != INIT) || !entry.isProcess()) {
			return;
		}
		// one whose parent has died was adopted by a process above this JVM
		boolean adopted = this.adoptive.contains(entry.parent()) || ownChild;
		sightings.add(new Sighting(generation, entry, (adopted) ? entry.pipes(ownChild) : Set.of()));
	}

	/**
	 * What was found.
	 *
	 * @param generation counts the changes
	 * @param sightings the processes, some of which may have ended
	 */
	record Found(long generation, List<Sighting> sightings) {

	}

	/**
	 * A process as it was when it was seen.
	 *
	 * @param generation when it was found
	 * @param entry what the system told of it
	 * @param pipes the pipes that it had open, if its parent had died
	 */
	record Sighting(long generation, ProcEntry entry, Set<String> pipes) {

		boolean holdsOneOf(Set<String> names) {
			return this.pipes.stream().anyMatch(names::contains);
		}

	}

}
