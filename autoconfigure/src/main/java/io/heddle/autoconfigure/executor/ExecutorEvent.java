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

import org.springframework.context.ApplicationEvent;

import io.heddle.executor.NamedExecutor;

/**
 * Something that happened in a named executor. Events are published on the thread that
 * noticed it (a submitter, or the watchdog), so a listener should be quick.
 */
@SuppressWarnings("serial")
public abstract class ExecutorEvent extends ApplicationEvent {

	/**
	 * Create a new event.
	 * @param executor the executor
	 */
	protected ExecutorEvent(NamedExecutor executor) {
		super(executor);
	}

	/**
	 * Return the executor in which it happened.
	 * @return the executor
	 */
	public NamedExecutor getExecutor() {
		return (NamedExecutor) getSource();
	}

	/**
	 * Return the name of the executor in which it happened.
	 * @return the name of the executor
	 */
	public String getExecutorName() {
		return getExecutor().name();
	}

}
