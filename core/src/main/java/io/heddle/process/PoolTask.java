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

package io.heddle.process;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedTask;

/**
 * A task with its encoded form and where it is. Guarded by the lock of the fleet once it
 * is prepared.
 */
final class PoolTask {

	private final HostedTask task;

	private final @Nullable PoolFunction function;

	private OutgoingFrame frame;

	/** Where it has been sent to. **/
	@Nullable WorkerLink link;

	/** How many workers have died of it. **/
	int deaths;

	/** When it became the first of its link. **/
	long startedAt;

	/** The results of a chunk that came before its last ones. **/
	List<Frame> parts = List.of();

	boolean begun;

	boolean cancelSent;

	PoolTask(HostedTask task, @Nullable PoolFunction function, OutgoingFrame frame) {
		this.task = task;
		this.function = function;
		this.frame = frame;
	}

	static PoolTask of(HostedTask task) {
		PoolTask poolTask = (PoolTask) task.attachment();
		if (poolTask == null) {
			throw new IllegalStateException("Task '" + task.label() + "' was not prepared");
		}
		return poolTask;
	}

	HostedTask task() {
		return this.task;
	}

	long id() {
		return this.task.id();
	}

	@Nullable PoolFunction function() {
		return this.function;
	}

	OutgoingFrame frame() {
		return this.frame;
	}

	/**
	 * Keep the first results of a chunk until the others come.
	 * @param part the frame
	 */
	void add(Frame part) {
		if (this.parts.isEmpty()) {
			this.parts = new ArrayList<>();
		}
		this.parts.add(part);
	}

	/**
	 * Refer to nothing of the submitter's any more.
	 */
	void detach() {
		this.frame = this.frame.detached();
	}

	/**
	 * Note that it is in no worker any more.
	 */
	void returned() {
		this.link = null;
		this.parts = List.of();
		this.begun = false;
		this.cancelSent = false;
	}

}
