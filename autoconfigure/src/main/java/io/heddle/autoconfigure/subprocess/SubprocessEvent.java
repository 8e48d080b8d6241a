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

import org.springframework.context.ApplicationEvent;

import io.heddle.subprocess.Subprocess;

/**
 * Something that happened at a subprocess policy. Events are published on the thread that
 * noticed it, so a listener should be quick.
 */
@SuppressWarnings("serial")
public abstract class SubprocessEvent extends ApplicationEvent {

	/**
	 * Create a new event.
	 * @param subprocess the subprocess policy
	 */
	protected SubprocessEvent(Subprocess subprocess) {
		super(subprocess);
	}

	/**
	 * Return the subprocess policy at which it happened.
	 * @return the subprocess policy
	 */
	public Subprocess getSubprocess() {
		return (Subprocess) getSource();
	}

	/**
	 * Return the name of the subprocess policy at which it happened.
	 * @return the name of the subprocess policy
	 */
	public String getSubprocessName() {
		return getSubprocess().name();
	}

}
