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

package io.heddle.subprocess;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listener of a policy.
 *
 * @param subprocess the policy
 * @param listener who is told
 */
record ListenerCalls(Subprocess subprocess, SubprocessListener listener) {

	private static final Logger logger = LoggerFactory.getLogger(Subprocess.class);

	void ended(FinishedSubprocess process) {
		tell(() -> this.listener.onFinished(this.subprocess, process));
		if (process.timedOut()) {
			tell(() -> this.listener.onTimeout(this.subprocess, process));
		}
		else if (!process.success()) {
			tell(() -> this.listener.onFailure(this.subprocess, process));
		}
		if (process.truncated()) {
			tell(() -> this.listener.onTruncated(this.subprocess, process));
		}
	}

	void refused(String reason) {
		tell(() -> this.listener.onRefused(this.subprocess, reason));
	}

	private void tell(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of subprocess '{}' failed", this.subprocess.name(), ex);
		}
	}

}
