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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

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
		if (this.before.equals(this.after)) {
			return;
		}
		try {
			applyLive(executor);
			executor.settings(this.after);
			warnOfRestart();
		}
		catch (IllegalArgumentException ex) {
			logger.error("The changed configuration of executor '" + this.after.name() + "' below '"
					+ ExecutorPropertiesBinder.key(this.after.name()) + "' is not applied", ex);
		}
	}

	private void applyLive(NamedExecutor executor) {
		ExecutorResize resize = ExecutorResize.of()
			.coreSize(changed(ExecutorSettings::coreSize))
			.maxSize(changed(ExecutorSettings::maxSize))
			.keepAlive(changed(ExecutorSettings::keepAlive));
		if (this.before.queueType() == this.after.queueType() && this.after.queueType() != QueueType.HANDOFF) {
			resize = resize.queueCapacity(changed(ExecutorSettings::queueCapacity));
		}
		if (!resize.equals(ExecutorResize.of())) {
			executor.resize(resize);
			logger.info("Executor '" + this.after.name() + "' was resized as configured: " + resize);
		}
		if (changed(ExecutorSettings::limits) != null) {
			executor.limits(this.after.limits());
			logger.info("Executor '" + this.after.name() + "' has new limits as configured: " + this.after.limits());
		}
	}

	private <T> @Nullable T changed(Function<ExecutorSettings, @Nullable T> setting) {
		T value = setting.apply(this.after);
		return Objects.equals(setting.apply(this.before), value) ? null : value;
	}

	private void warnOfRestart() {
		List<String> keys = new ArrayList<>();
		collect(keys, "threads", ExecutorSettings::threads);
		collect(keys, "scaling", ExecutorSettings::scaling);
		collect(keys, "queue.type", ExecutorSettings::queueType);
		collect(keys, "rejection", ExecutorSettings::rejection);
		collect(keys, "rejection-timeout", ExecutorSettings::rejectionTimeout);
		collect(keys, "thread-name-prefix", ExecutorSettings::threadNamePrefix);
		collect(keys, "daemon", ExecutorSettings::daemon);
		collect(keys, "priority", ExecutorSettings::priority);
		collect(keys, "initializer", ExecutorSettings::initializer);
		collect(keys, "propagate-context", ExecutorSettings::propagateContext);
		collect(keys, "track-callers", ExecutorSettings::trackCallers);
		collect(keys, "shutdown.await-termination", ExecutorSettings::awaitTermination);
		collect(keys, "shutdown.period", ExecutorSettings::awaitTerminationPeriod);
		if (!keys.isEmpty()) {
			logger.warn("The change of " + String.join(", ", keys) + " needs a restart");
		}
	}

	private void collect(List<String> keys, String key, Function<ExecutorSettings, @Nullable Object> setting) {
		if (!Objects.equals(setting.apply(this.before), setting.apply(this.after))) {
			keys.add(ExecutorPropertiesBinder.key(this.after.name()) + "." + key);
		}
	}

}
