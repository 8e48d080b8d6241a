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

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Asks workers to give back the tasks that they have not started, where others can run
 * them sooner. Guarded by the lock of the fleet, but for {@link #tick()}.
 */
final class Recalls {

	private static final long RECALL_AFTER = TimeUnit.MILLISECONDS.toNanos(1);

	private final FleetLock lock;

	private final Roster roster;

	private final Outstanding outstanding;

	private final TaskCodec codec;

	Recalls(FleetLock lock, Roster roster, Outstanding outstanding, TaskCodec codec) {
		this.lock = lock;
		this.roster = roster;
		this.outstanding = outstanding;
		this.codec = codec;
	}

	void recall(WorkerLink link, Afterwards after) {
		List<Long> behind = link.behind();
		if (!link.recalling && !behind.isEmpty()) {
			link.recalling = true;
			link.send(this.codec.recall(behind));
			after.write(link);
		}
	}

	/**
	 * Recall what waits behind long tasks while a worker is idle. To be called without
	 * the lock.
	 */
	void tick() {
		if (this.roster.live() < 2 || this.outstanding.count() < 2 || !this.lock.tryLock()) {
			return;
		}
		Afterwards after = new Afterwards();
		try {
			long now = System.nanoTime();
			for (WorkerLink link : (this.roster.hasIdle()) ? this.roster.links() : Set.<WorkerLink>of()) {
				PoolTask head = link.head();
				if (head != null && now - head.startedAt > RECALL_AFTER) {
					recall(link, after);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		this.lock.finish(after);
	}

}
