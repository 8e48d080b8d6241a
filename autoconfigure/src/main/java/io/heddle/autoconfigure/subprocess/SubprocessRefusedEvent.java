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

import io.heddle.subprocess.Subprocess;

/**
 * A subprocess policy has refused a call, of which nothing was started: an argument that
 * no pattern matches, a folder outside of its working directory, an executable that is
 * not the one of the start any more.
 */
@SuppressWarnings("serial")
public class SubprocessRefusedEvent extends SubprocessEvent {

	private final String reason;

	/**
	 * Create a new event.
	 * @param subprocess the subprocess policy
	 * @param reason why it has refused
	 */
	public SubprocessRefusedEvent(Subprocess subprocess, String reason) {
		super(subprocess);
		this.reason = reason;
	}

	/**
	 * Return why it has refused.
	 * @return the reason, redacted
	 */
	public String getReason() {
		return this.reason;
	}

}
