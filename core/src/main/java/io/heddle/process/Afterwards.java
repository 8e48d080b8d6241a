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

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left to do once the lock of the fleet is released: write to workers, then
 * whatever may take long or is foreign code. Confined to a thread.
 */
final class Afterwards {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final List<WorkerLink> unwritten = new ArrayList<>(2);

	private final List<Runnable> actions = new ArrayList<>(2);

	void write(WorkerLink link) {
		if (!this.unwritten.contains(link)) {
			this.unwritten.add(link);
		}
	}

	void add(Runnable action) {
		this.actions.add(action);
	}

	List<Runnable> actions() {
		return this.actions;
	}

	void run(FleetReader reader) {
		for (WorkerLink link : this.unwritten) {
			if (!link.flush()) {
				reader.flushWhenWritable(link);
			}
		}
		if (!this.unwritten.isEmpty()) {
			reader.busy();
		}
		this.actions.forEach(Afterwards::run);
	}

	private static void run(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A process pool could not do all that was due", ex);
		}
	}

}
