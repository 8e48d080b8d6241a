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

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedRunner;

/**
 * A worker as its pool sees it. Guarded by the lock of the fleet, but for
 * {@link #flush()}.
 */
final class WorkerLink {

	/** As many functions as a worker keeps. **/
	private static final int MAX_FUNCTIONS = 1000;

	private final WorkerConnection connection;

	private final FleetLock fleetLock;

	private final HostedRunner runner;

	private final Deque<PoolTask> inFlight = new ArrayDeque<>();

	/** What is still to be written; tasks in the order of those in flight. **/
	private List<OutgoingFrame> outgoing = new ArrayList<>();

	/** The identifiers of those the worker knows, least recently used first. **/
	private final Set<Long> functions = new LinkedHashSet<>();

	private final Instant startedAt = Instant.now();

	private final long startedNanos = System.nanoTime();

	final Window window;

	/** When its memory was looked at after a task, for whom reads alone. **/
	long memorySeenAt;

	boolean spare;

	/** Whether it counts among the live ones. **/
	boolean counted;

	/** Whether it was asked to give back what it has not started. **/
	boolean recalling;

	/** Why it gets no more tasks. **/
	@Nullable String retireReason;

	/** Whether it was told to end. **/
	boolean stopped;

	/** Whether its task has begun to end it. **/
	boolean exiting;

	/** Why this JVM has killed it. **/
	@Nullable String killReason;

	/** Whether its socket has ended. **/
	boolean lost;

	/** The task that it ran when it said that a signal had reached it. **/
	@Nullable Long lastTask;

	private int sent;

	private long tasksDone;

	/**
	 * Create a link to a worker that is ready.
	 * @param connection the worker
	 * @param pool the name of its pool
	 * @param fleetLock the lock of the fleet
	 * @param stacks asks it for stacks
	 * @param window how many tasks it may have at once
	 */
	WorkerLink(WorkerConnection connection, String pool, FleetLock fleetLock, StackRequests stacks, Window window) {
		this.connection = connection;
		this.fleetLock = fleetLock;
		this.runner = new HostedRunner(pool + "-" + connection.pid(), () -> stacks.of(this));
		this.window = window;
		this.memorySeenAt = this.startedNanos - TimeUnit.SECONDS.toNanos(1);
	}

	WorkerConnection connection() {
		return this.connection;
	}

	HostedRunner runner() {
		return this.runner;
	}

	long pid() {
		return this.connection.pid();
	}

	Instant startedAt() {
		return this.startedAt;
	}

	long startedNanos() {
		return this.startedNanos;
	}

	Deque<PoolTask> inFlight() {
		return this.inFlight;
	}

	long tasksDone() {
		return this.tasksDone;
	}

	/** How many tasks it was sent and has not given back. **/
	int sent() {
		return this.sent;
	}

	@Nullable PoolTask head() {
		return this.inFlight.peek();
	}

	/**
	 * Return the tasks that it has not started, as far as is known here.
	 */
	List<Long> behind() {
		return this.inFlight.stream().skip(1).filter((task) -> !task.cancelSent).map(PoolTask::id).toList();
	}

	boolean takesTasks() {
		return !this.spare && !isLeaving();
	}

	/**
	 * Return whether it ends, sooner or later, whatever the reason.
	 */
	boolean isLeaving() {
		return this.retireReason != null || this.stopped || this.exiting || this.lost || this.killReason != null;
	}

	/**
	 * Return whether its end was asked for: by this JVM or by a signal.
	 */
	boolean isEndExpected() {
		return this.stopped || this.killReason != null || this.lastTask != null;
	}

	/**
	 * Return how many tasks it may get in addition to what it has.
	 */
	int room(@Nullable Integer maxTasks) {
		if (!takesTasks() || this.connection.channel().isPending()) {
			return 0;
		}
		int room = this.window.size() - this.inFlight.size();
		return (maxTasks != null) ? Math.min(room, maxTasks - this.sent) : room;
	}

	void send(PoolTask task) {
		PoolFunction function = task.function();
		if (function != null) {
			define(function);
		}
		task.link = this;
		this.inFlight.add(task);
		this.sent++;
		send(task.frame());
	}

	private void define(PoolFunction function) {
		if (!this.functions.remove(function.id())) {
			if (this.functions.size() == MAX_FUNCTIONS) {
				Iterator<Long> oldest = this.functions.iterator();
				send(TaskCodec.control(FrameKind.FORGET, oldest.next()));
				oldest.remove();
			}
			send(function.definition());
		}
		this.functions.add(function.id());
	}

	void send(OutgoingFrame frame) {
		this.outgoing.add(frame);
	}

	/**
	 * Take a task out, whatever became of it.
	 * @param id its identifier
	 * @return the task, or {@code null} if it is not here
	 */
	@Nullable PoolTask remove(long id) {
		PoolTask head = this.inFlight.peek();
		if (head != null && head.id() == id) {
			return this.inFlight.poll();
		}
		for (PoolTask task : this.inFlight) {
			if (task.id() == id) {
				this.inFlight.remove(task);
				return task;
			}
		}
		return null;
	}

	void done() {
		this.tasksDone++;
	}

	void givenBack() {
		this.sent--;
	}

	/**
	 * Write what is to be written, as far as the socket takes it. To be called without
	 * the lock of the fleet.
	 * @return whether nothing is left; otherwise {@link #flush()} is due as soon as the
	 * socket is writable
	 */
	boolean flush() {
		FrameChannel channel = this.connection.channel();
		// in the order of the lists, so each is taken and written under one lock
		channel.writeLock().lock();
		try {
			List<OutgoingFrame> frames = take();
			return (frames.isEmpty()) ? !channel.isPending() || channel.flush() : channel.write(frames);
		}
		catch (IOException ex) {
			// the end of the socket will be read, after what was reported before it
			return true;
		}
		finally {
			channel.writeLock().unlock();
		}
	}

	private List<OutgoingFrame> take() {
		this.fleetLock.lock();
		try {
			List<OutgoingFrame> frames = this.outgoing;
			if (frames.isEmpty()) {
				return List.of();
			}
			this.outgoing = new ArrayList<>();
			return frames;
		}
		finally {
			this.fleetLock.unlock();
		}
	}

	@Override
	public String toString() {
		return "worker " + pid();
	}

}
