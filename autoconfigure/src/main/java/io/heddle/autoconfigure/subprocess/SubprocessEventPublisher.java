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

package io.heddle.autoconfigure.subprocess;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.subprocess.FinishedSubprocess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessListener;

/**
 * Publishes what goes wrong at subprocess policies as application events, but not that
 * what still runs is ended with its context.
 */
class SubprocessEventPublisher implements SubprocessListener, ApplicationContextAware {

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onFailure(Subprocess subprocess, FinishedSubprocess finished) {
		publish(new SubprocessFailedEvent(subprocess, finished));
	}

	@Override
	public void onTimeout(Subprocess subprocess, FinishedSubprocess finished) {
		publish(new SubprocessTimedOutEvent(subprocess, finished));
	}

	@Override
	public void onTruncated(Subprocess subprocess, FinishedSubprocess finished) {
		publish(new SubprocessTruncatedEvent(subprocess, finished));
	}

	@Override
	public void onRefused(Subprocess subprocess, String reason) {
		publish(new SubprocessRefusedEvent(subprocess, reason));
	}

	private void publish(SubprocessEvent event) {
		if (this.context instanceof ConfigurableApplicationContext configurable && configurable.isActive()
				&& !configurable.isClosed()) {
			configurable.publishEvent(event);
		}
	}

}
