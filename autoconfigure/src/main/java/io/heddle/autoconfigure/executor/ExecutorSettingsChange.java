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

package io.heddle.autoconfigure.executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.autoconfigure.named.SettingsChange;
import io.heddle.executor.ExecutorResize;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.QueueType;

/**
 * The difference between two settings of an executor: what can be applied while it runs,
 * and what needs a restart.
 */
final class ExecutorSettingsChange {

	private static final Log logger = LogFactory.getLog(ExecutorSettingsChange.class);

	private final ExecutorSettings before;

	private final ExecutorSettings after;

	ExecutorSettingsChange(ExecutorSettings before, ExecutorSettings after) {
		this.before = before;
		this.after = after;
	}

	void applyTo(NamedThreadPoolTaskExecutor executor) {
		if (!this.before.equals(this.after)) {
			SettingsChange<ExecutorSettings> change = new SettingsChange<>(this.before, this.after,
					ExecutorPropertiesBinder.key(this.after.name()));
			applyLive(executor, change);
			executor.settings(this.after);
			warnOfRestart(change);
		}
	}

	private void applyLive(NamedExecutor executor, SettingsChange<ExecutorSettings> change) {
		ExecutorResize resize = ExecutorResize.of()
			.coreSize(change.changed(ExecutorSettings::coreSize))
			.maxSize(change.changed(ExecutorSettings::maxSize))
			.keepAlive(change.changed(ExecutorSettings::keepAlive));
		if (this.before.queueType() == this.after.queueType() && this.after.queueType() != QueueType.HANDOFF) {
			resize = resize.queueCapacity(change.changed(ExecutorSettings::queueCapacity));
		}
		if (!resize.equals(ExecutorResize.of())) {
			executor.resize(resize);
			logger.info("Executor '" + this.after.name() + "' was resized as configured: " + resize);
		}
		if (change.changed(ExecutorSettings::limits) != null) {
			executor.limits(this.after.limits());
			logger.info("Executor '" + this.after.name() + "' has new limits as configured: " + this.after.limits());
		}
	}

	private void warnOfRestart(SettingsChange<ExecutorSettings> change) {
		change.needsRestart("threads", ExecutorSettings::threads);
		change.needsRestart("scaling", ExecutorSettings::scaling);
		change.needsRestart("queue.type", ExecutorSettings::queueType);
		change.needsRestart("rejection", ExecutorSettings::rejection);
		change.needsRestart("rejection-timeout", ExecutorSettings::rejectionTimeout);
		change.needsRestart("thread-name-prefix", ExecutorSettings::threadNamePrefix);
		change.needsRestart("daemon", ExecutorSettings::daemon);
		change.needsRestart("priority", ExecutorSettings::priority);
		change.needsRestart("initializer", ExecutorSettings::initializer);
		change.needsRestart("propagate-context", ExecutorSettings::propagateContext);
		change.needsRestart("track-callers", ExecutorSettings::trackCallers);
		change.needsRestart("shutdown.await-termination", ExecutorSettings::awaitTermination);
		change.needsRestart("shutdown.period", ExecutorSettings::awaitTerminationPeriod);
		change.warnOfRestart();
	}

}
