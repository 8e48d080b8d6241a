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

package io.heddle.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who waits for whom. As a thread waits for one owner only, a deadlock is found by going
 * from each thread to the one it waits for until that is one that was met on the way.
 * <p>
 * The waits are read one after the other while the threads go on. A circle is there for
 * sure if a second look finds each of its waits unchanged: between the two looks, all of
 * them lasted at once. Once it was found, it is the same one as long as both looks find
 * it: an interrupt of a thread that waits on for a lock of the JDK does not end it.
 */
final class WaitForGraph {

	private final NamedWaits namedWaits;

	private final JdkWaits jdkWaits = new JdkWaits();

	WaitForGraph(Supplier<? extends Collection<? extends Synchronizer>> synchronizers) {
		this.namedWaits = new NamedWaits(synchronizers);
	}

	/**
	 * Find the present deadlocks.
	 * @param before those that were found before, which are kept as they are if they last
	 * @param clock tells when a new one is found
	 * @return the deadlocks, oldest first
	 */
	List<FoundDeadlock> findDeadlocks(List<FoundDeadlock> before, Clock clock) {
		List<List<WaitFor>> circles = circles(look());
		if (circles.isEmpty()) {
			return List.of();
		}
		Map<Long, WaitFor> later = look();
		List<FoundDeadlock> found = new ArrayList<>();
		Set<Set<Object>> lasting = new HashSet<>();
		for (List<WaitFor> circle : circles) {
			Set<Object> waits = circle.stream().map(WaitFor::identity).collect(Collectors.toSet());
			if (before.stream().anyMatch((deadlock) -> deadlock.waits().equals(waits))) {
				if (circle.stream().allMatch((wait) -> wait.goesOn(later.get(wait.threadId())))) {
					lasting.add(waits);
				}
			}
			else if (circle.stream().allMatch((wait) -> wait.lasts(later.get(wait.threadId())))) {
				found.add(new FoundDeadlock(waits, describe(circle, clock)));
			}
		}
		List<FoundDeadlock> all = new ArrayList<>(before);
		all.removeIf((deadlock) -> !lasting.contains(deadlock.waits()));
		all.addAll(found);
		return all;
	}

	private Map<Long, WaitFor> look() {
		Map<Long, WaitFor> waits = this.namedWaits.find();
		this.jdkWaits.addTo(waits);
		return waits;
	}

	private static List<List<WaitFor>> circles(Map<Long, WaitFor> waits) {
		List<List<WaitFor>> circles = new ArrayList<>();
		Set<WaitFor> seen = new HashSet<>();
		for (WaitFor start : waits.values()) {
			List<WaitFor> path = new ArrayList<>();
			WaitFor wait = start;
			while (wait != null && seen.add(wait)) {
				path.add(wait);
				wait = waits.get(wait.ownerId());
			}
			int index = (wait != null) ? path.indexOf(wait) : -1;
			if (index >= 0) {
				circles.add(List.copyOf(path.subList(index, path.size())));
			}
		}
		return circles;
	}

	private static Deadlock describe(List<WaitFor> circle, Clock clock) {
		List<DeadlockedThread> threads = new ArrayList<>();
		for (int i = 0; i < circle.size(); i++) {
			threads.add(circle.get(i).describe(circle.get((i + 1) % circle.size())));
		}
		return new Deadlock(clock.instant(), threads);
	}

}
