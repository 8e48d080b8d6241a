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

package io.heddle.autoconfigure.sync;

import org.springframework.context.ApplicationEvent;

import io.heddle.sync.Synchronizer;

/**
 * Something that happened at a named lock, semaphore, event or barrier. Events are
 * published on the thread that noticed it, so a listener should be quick.
 */
@SuppressWarnings("serial")
public abstract class SynchronizerEvent extends ApplicationEvent {

	/**
	 * Create a new event.
	 * @param synchronizer the synchronizer
	 */
	protected SynchronizerEvent(Synchronizer synchronizer) {
		super(synchronizer);
	}

	/**
	 * Return the synchronizer at which it happened.
	 * @return the synchronizer
	 */
	public Synchronizer getSynchronizer() {
		return (Synchronizer) getSource();
	}

	/**
	 * Return the name of the synchronizer at which it happened.
	 * @return the name
	 */
	public String getSynchronizerName() {
		return getSynchronizer().name();
	}

}
