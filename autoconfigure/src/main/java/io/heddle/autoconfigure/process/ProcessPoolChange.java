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

package io.heddle.autoconfigure.process;

import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.SettingsChange;
import io.heddle.executor.ExecutorResize;
import io.heddle.executor.TaskLimits;
import io.heddle.process.ProcessPool;

/**
 * The difference between two configurations of a process pool: what can be applied while
 * it runs, and what needs a restart.
 */
final class ProcessPoolChange {

	private static final Log logger = LogFactory.getLog(ProcessPoolChange.class);

	private static final Set<String> LIVE = Set.of("size", "queue-capacity", "queue-timeout", "task-timeout",
			"stuck-after");

	private final NamedEntry<ProcessPoolProperties> after;

	private final SettingsChange<ProcessPoolProperties> change;

	private final SettingsChange<NamedEntry<ProcessPoolProperties>> entryChange;

	ProcessPoolChange(NamedEntry<ProcessPoolProperties> before, NamedEntry<ProcessPoolProperties> after) {
		this.after = after;
		String key = after.kind().key(after.name());
		this.change = new SettingsChange<>(before.properties(), after.properties(), key);
		this.entryChange = new SettingsChange<>(before, after, key);
	}

	void applyTo(ProcessPoolBean pool) {
		applyLive(pool);
		pool.entry(this.after);
		this.after.kind()
			.keys()
			.stream()
			.filter((key) -> !LIVE.contains(key))
			.forEach((key) -> this.entryChange.needsRestart(key, (entry) -> entry.value(key)));
		this.entryChange.warnOfRestart();
	}

	private void applyLive(ProcessPool pool) {
		ExecutorResize resize = ExecutorResize.of()
			.maxSize(this.change.changed(ProcessPoolFactory::size))
			.queueCapacity(this.change.changed(ProcessPoolProperties::getQueueCapacity));
		if (!resize.equals(ExecutorResize.of())) {
			pool.resize(resize);
			logger.info("Process pool '" + pool.name() + "' was resized as configured: " + resize);
		}
		TaskLimits limits = this.change.changed(ProcessPoolFactory::limits);
		if (limits != null) {
			pool.limits(limits);
			logger.info("Process pool '" + pool.name() + "' has new limits as configured: " + limits);
		}
	}

}
