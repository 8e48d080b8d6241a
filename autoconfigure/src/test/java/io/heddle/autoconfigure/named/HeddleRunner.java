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

package io.heddle.autoconfigure.named;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.autoconfigure.process.HeddleProcessPoolAutoConfiguration;
import io.heddle.autoconfigure.queue.HeddleQueueAutoConfiguration;
import io.heddle.autoconfigure.scheduling.HeddleSchedulerAutoConfiguration;
import io.heddle.autoconfigure.subprocess.HeddleSubprocessAutoConfiguration;
import io.heddle.autoconfigure.sync.HeddleSyncAutoConfiguration;

/**
 * An application context with the auto-configurations of tasks.
 */
public final class HeddleRunner {

	private HeddleRunner() {
	}

	public static ApplicationContextRunner withoutHeddle() {
		return new ApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class));
	}

	public static ApplicationContextRunner create(String... properties) {
		return withoutHeddle()
			.withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class,
					HeddleProcessPoolAutoConfiguration.class, HeddleQueueAutoConfiguration.class,
					HeddleSyncAutoConfiguration.class, HeddleSubprocessAutoConfiguration.class,
					HeddleSchedulerAutoConfiguration.class))
			.withPropertyValues(properties);
	}

}
