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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the relatives of a process of Linux among those that have started since. One
 * belongs to the process if its parent does or did, if it is in a session that one of
 * them has made, or if it has inherited a pipe to this JVM.
 */
final class LinuxRelatives implements Relatives {

	private static final long OWN = ProcessHandle.current().pid();

	private final long root;

	private final ProcessScan scan;

	private final long mark;

	private final Set<String> pipes;

	private final Entries entries;

	/** By process id, also those that have ended: their children may be found later. **/
	private final Map<Long, ProcEntry> members = new HashMap<>();

	private final Set<Long> sessions = new HashSet<>();

	/** The process as it was at the first look, unless it had ended before. **/
	private @Nullable ProcEntry rootEntry;

	private boolean looked;

	private long lookedAt;

	/**
	 * Create a finder.
	 * @param root the process, which this JVM has just started
	 * @param scan sees what was started after it
	 * @param mark the mark that the scan gave before it was started
	 * @param pipes the pipes between it and this JVM
	 */
	LinuxRelatives(long root, ProcessScan scan, long mark, Set<String> pipes) {
		this(root, scan, mark, pipes, ProcEntry::of);
	}

	LinuxRelatives(long root, ProcessScan scan, long mark, Set<String> pipes, Entries entries) {
		this.root = root;
		this.scan = scan;
		this.mark = mark;
		this.lookedAt = mark;
		this.pipes = pipes;
		this.entries = entries;
	}

	@Override
	public Set<ProcessHandle> nearest() {
		return among(this.scan.recent());
	}

	@Override
	public Set<ProcessHandle> all() {
		return among(this.scan.refresh());
	}

	synchronized Set<ProcessHandle> among(ProcessScan.Found found) {
		if (!this.looked) {
			this.looked = true;
			this.rootEntry = this.entries.of(this.root);
		}
		if (found.generation() != this.lookedAt) {
			this.lookedAt = found.generation();
			refresh();
			addRelated(found);
		}
		Set<ProcessHandle> living = new HashSet<>();
		for (ProcEntry member : this.members.values()) {
			if (isAlive(member)) {
				ProcessHandle.of(member.pid()).ifPresent(living::add);
			}
		}
		return living;
	}

	private boolean isAlive(ProcEntry member) {
		ProcEntry now = this.entries.of(member.pid());
		return now != null && now.start() == member.start();
	}

	/**
	 * Look which sessions they have made. A session has their number as long as one of
	 * them is in it.
	 */
	private void refresh() {
		ProcEntry own = this.entries.of(OWN);
		this.sessions.clear();
		for (ProcEntry member : this.members.values()) {
			ProcEntry now = this.entries.of(member.pid());
			if (own != null && now != null && now.start() == member.start() && now.session() != own.session()) {
				this.sessions.add(now.session());
			}
		}
	}

	private void addRelated(ProcessScan.Found found) {
		int before;
		do {
			// once more, for a child may have a lower number than its parent
			before = this.members.size();
			for (ProcessScan.Sighting sighting : found.sightings()) {
				ProcEntry entry = sighting.entry();
				if (sighting.generation() > this.mark && entry.pid() != this.root && isNew(entry)
						&& isRelated(sighting)) {
					this.members.put(entry.pid(), entry);
				}
			}
		}
		while (this.members.size() > before);
	}

	/**
	 * Return whether it is no member, but may have the number of an earlier one.
	 */
	private boolean isNew(ProcEntry entry) {
		ProcEntry member = this.members.get(entry.pid());
		return member == null || member.start() < entry.start();
	}

	private boolean isRelated(ProcessScan.Sighting sighting) {
		ProcEntry entry = sighting.entry();
		return isChild(entry) || (entry.session() != entry.pid() && this.sessions.contains(entry.session()))
				|| isInSessionOfRoot(entry) || sighting.holdsOneOf(this.pipes);
	}

	/**
	 * Return whether it is in the session that the process itself has made, as
	 * {@code setsid} does, which then has its number as long as anybody is in it.
	 */
	private boolean isInSessionOfRoot(ProcEntry entry) {
		return entry.session() == this.root && isNoOther(this.root, this.rootEntry);
	}

	private boolean isChild(ProcEntry entry) {
		if (entry.parent() == this.root) {
			return isNoOther(this.root, this.rootEntry);
		}
		ProcEntry parent = this.members.get(entry.parent());
		return parent != null && parent.start() <= entry.start() && isNoOther(parent.pid(), parent);
	}

	/**
	 * Return whether a number was not given to another process after the end of one.
	 */
	private boolean isNoOther(long pid, @Nullable ProcEntry before) {
		ProcEntry now = this.entries.of(pid);
		return now == null || (before != null && now.start() == before.start());
	}

	/**
	 * Looks up what the system tells of a process.
	 */
	interface Entries {

		/**
		 * Return the entry of a process.
		 * @param pid its process id
		 * @return the entry, or {@code null} if there is none
		 */
		@Nullable ProcEntry of(long pid);

	}

}
