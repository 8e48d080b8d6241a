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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The frames that a worker has still to work on, and the task it works on. Thread-safe;
 * one lock guards both, so that an interrupt never hits another task than its own.
 */
final class WorkerInbox {

	private static final long NONE = -1;

	private final Thread runner;

	private final Deque<Frame> frames = new ArrayDeque<>();

	private long running = NONE;

	/** The task that has begun last. **/
	private long last;

	private boolean cancelled;

	private boolean retired;

	private volatile long begun;

	private volatile boolean busy;

	/**
	 * Create an inbox.
	 * @param runner the thread that takes from it
	 */
	WorkerInbox(Thread runner) {
		this.runner = runner;
	}

	synchronized void add(Frame frame) {
		this.frames.add(frame);
	}

	synchronized boolean isEmpty() {
		return this.frames.isEmpty() || this.retired;
	}

	/**
	 * Let no further task begin.
	 * @return the identifier of the task that has begun and was not reported, or 0
	 */
	synchronized long retire() {
		this.retired = true;
		return (this.busy) ? this.last : 0;
	}

	/**
	 * Take the next frame; if it is a task, it counts as running until {@link #end()}.
	 * @return the frame, or {@code null} if there is none
	 */
	synchronized @Nullable Frame take() {
		Frame frame = (this.retired) ? null : this.frames.poll();
		if (frame != null && isTask(frame)) {
			this.running = frame.id();
			this.last = frame.id();
			this.cancelled = false;
			begin();
		}
		return frame;
	}

	/**
	 * The runner does something that may take long.
	 */
	void begin() {
		this.begun++;
		this.busy = true;
	}

	/**
	 * The task has ended. What was meant to interrupt it is gone with it.
	 */
	synchronized void end() {
		this.running = NONE;
		Thread.interrupted();
	}

	/**
	 * The runner is done with what it has begun, its result is sent.
	 */
	void done() {
		this.busy = false;
	}

	/**
	 * Cancel a task: one that waits is removed, one that runs is interrupted.
	 * @param id the identifier of the task
	 * @return whether it waited
	 */
	synchronized boolean cancel(long id) {
		if (this.running == id) {
			this.cancelled = true;
			this.runner.interrupt();
			return false;
		}
		return remove(id);
	}

	/**
	 * Give tasks back that have not been started.
	 * @param ids the identifiers of the tasks
	 * @return those that waited
	 */
	synchronized List<Long> recall(List<Long> ids) {
		List<Long> recalled = new ArrayList<>();
		for (long id : ids) {
			if (remove(id)) {
				recalled.add(id);
			}
		}
		return recalled;
	}

	private boolean remove(long id) {
		for (Iterator<Frame> iterator = this.frames.iterator(); iterator.hasNext();) {
			Frame frame = iterator.next();
			if (frame.id() == id && isTask(frame)) {
				iterator.remove();
				return true;
			}
		}
		return false;
	}

	private static boolean isTask(Frame frame) {
		return switch (frame.kind()) {
			case TASK, CALL, CHUNK -> true;
			default -> false;
		};
	}

	/**
	 * Return whether the running task has been cancelled.
	 * @return whether to do no more of it
	 */
	synchronized boolean isCancelled() {
		return this.cancelled;
	}

	synchronized boolean isRunning(long id) {
		return this.running == id;
	}

	/**
	 * Return the task that runs.
	 * @return its identifier, negative if there is none
	 */
	synchronized long running() {
		return this.running;
	}

	boolean isBusy() {
		return this.busy;
	}

	/**
	 * Return how often the runner has begun something.
	 * @return a count that changes with each task
	 */
	long begun() {
		return this.begun;
	}

}
