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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LinuxRelatives} with process ids that are used again.
 */
@EnabledOnOs(OS.LINUX)
class LinuxRelativesTests {

	private static final long ROOT = 900_000_001;

	private static final long PARENT = 900_000_002;

	/** Something that lives, since only that is found. **/
	private static final ProcessHandle CHILD = ProcessHandle.current().parent().orElseThrow();

	private static final long SESSION = 900_000_003;

	private final Map<Long, ProcEntry> system = new HashMap<>();

	private final List<ProcessScan.Sighting> sightings = new ArrayList<>();

	private final LinuxRelatives relatives = new LinuxRelatives(ROOT, new ProcessScan(), 0, Set.of(), this.system::get);

	private long generation;

	@BeforeEach
	void beInAnotherSession() {
		long own = ProcessHandle.current().pid();
		this.system.put(own, new ProcEntry(own, 1, 0, 1));
	}

	@Test
	void shouldFindChildOfProcessThatHasEnded() {
		started(ROOT, 1, 100);
		assertThat(look()).isEmpty();
		this.system.remove(ROOT);
		started(CHILD.pid(), ROOT, 200);
		assertThat(look()).containsExactly(CHILD);
	}

	@Test
	void shouldSpareChildOfOneThatHasGotTheNumberOfTheProcess() {
		started(ROOT, 1, 100);
		assertThat(look()).isEmpty();
		started(ROOT, 1, 300);
		started(CHILD.pid(), ROOT, 400);
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldSpareChildOfOneThatHasGotTheNumberOfProcessThatWasNeverSeen() {
		assertThat(look()).isEmpty();
		started(ROOT, 1, 300);
		started(CHILD.pid(), ROOT, 400);
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldFindGrandchildWhoseParentHasEnded() {
		started(ROOT, 1, 100);
		started(PARENT, ROOT, 200);
		look();
		this.system.remove(PARENT);
		started(CHILD.pid(), PARENT, 300);
		assertThat(look()).containsExactly(CHILD);
	}

	@Test
	void shouldSpareChildOfOneThatHasGotTheNumberOfDescendant() {
		started(ROOT, 1, 100);
		started(PARENT, ROOT, 200);
		look();
		started(PARENT, 1, 300);
		started(CHILD.pid(), PARENT, 400);
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldSpareOneThatIsOlderThanTheDescendantThatHasTheNumberOfItsParent() {
		started(ROOT, 1, 100);
		started(PARENT, ROOT, 200);
		started(CHILD.pid(), PARENT, 150);
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldSpareOneThatHasGotTheNumberOfDescendant() {
		started(ROOT, 1, 100);
		started(CHILD.pid(), ROOT, 200);
		assertThat(look()).containsExactly(CHILD);
		started(CHILD.pid(), 1, 300);
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldFindDescendantThatHasGotTheNumberOfAnEarlierOne() {
		started(ROOT, 1, 100);
		started(CHILD.pid(), ROOT, 200);
		look();
		started(CHILD.pid(), ROOT, 300);
		assertThat(look()).containsExactly(CHILD);
	}

	@Test
	void shouldSpareSessionOfOneThatHasGotTheNumberOfDescendant() {
		started(ROOT, 1, 100);
		started(PARENT, ROOT, 200);
		look();
		started(new ProcEntry(PARENT, 1, SESSION, 300));
		started(new ProcEntry(CHILD.pid(), 1, SESSION, 400));
		assertThat(look()).isEmpty();
	}

	@Test
	void shouldFindOneOfTheSessionOfDescendant() {
		started(ROOT, 1, 100);
		started(PARENT, ROOT, 200);
		look();
		// the same process, in a session that it has made meanwhile
		started(new ProcEntry(PARENT, ROOT, SESSION, 200));
		started(new ProcEntry(CHILD.pid(), 1, SESSION, 400));
		assertThat(look()).containsExactly(CHILD);
	}

	@Test
	void shouldFindOneOfTheSessionThatTheProcessHasMade() {
		started(new ProcEntry(ROOT, 1, ROOT, 100));
		look();
		this.system.remove(ROOT);
		started(new ProcEntry(CHILD.pid(), 1, ROOT, 200));
		assertThat(look()).containsExactly(CHILD);
	}

	@Test
	void shouldSpareSessionOfOneThatHasGotTheNumberOfTheProcess() {
		started(new ProcEntry(ROOT, 1, ROOT, 100));
		look();
		started(new ProcEntry(ROOT, 1, ROOT, 300));
		started(new ProcEntry(CHILD.pid(), 1, ROOT, 400));
		assertThat(look()).isEmpty();
	}

	private void started(long pid, long parent, long start) {
		started(new ProcEntry(pid, parent, 0, start));
	}

	private void started(ProcEntry entry) {
		this.system.put(entry.pid(), entry);
		this.sightings.add(new ProcessScan.Sighting(this.generation + 1, entry, Set.of()));
	}

	private Set<ProcessHandle> look() {
		this.generation++;
		return this.relatives.among(new ProcessScan.Found(this.generation, List.copyOf(this.sightings)));
	}

}
