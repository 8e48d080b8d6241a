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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The right to run some processes at once, which is given in the order in which it was
 * asked for. Thread-safe.
 */
final class Permits {

	private final String policy;

	private final int most;

	private int taken;

	private boolean closed;

	private long waitedNanos;

	private final Deque<Request> waiting = new ArrayDeque<>();

	private final List<Runnable> onceIdle = new ArrayList<>();

	/**
	 * Create permits.
	 * @param policy the name of the policy
	 * @param most how many there are, or 0 for no limit
	 */
	Permits(String policy, int most) {
		this.policy = policy;
		this.most = most;
	}

	/**
	 * Take permits, and wait for them as long as necessary.
	 * @param count how many, all at once
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws SubprocessRefusedException if there will never be so many, or the policy is
	 * closed
	 */
	void acquire(int count) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		Request request = request(count);
		try {
			request.get();
		}
		catch (InterruptedException ex) {
			cancel(request);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw refusal();
		}
	}

	/**
	 * Ask for permits.
	 * @param count how many, all at once
	 * @return what completes when they were given, or fails when the policy is closed
	 * @throws SubprocessRefusedException if there will never be so many, or the policy is
	 * closed
	 */
	synchronized Request request(int count) {
		if (this.closed) {
			throw refusal();
		}
		if (this.most > 0 && count > this.most) {
			throw new SubprocessRefusedException("Subprocess '" + this.policy + "' refuses to run " + count
					+ " processes at once: 'max-concurrent' is " + this.most);
		}
		Request request = new Request(count);
		if (this.waiting.isEmpty() && isFree(count)) {
			this.taken += count;
			request.complete(null);
		}
		else {
			this.waiting.add(request);
		}
		return request;
	}

	private boolean isFree(int count) {
		return this.most == 0 || this.taken + count <= this.most;
	}

	private SubprocessRefusedException refusal() {
		return new SubprocessRefusedException("Subprocess '" + this.policy + "' is closed and runs nothing more");
	}

	/**
	 * Give a request up if it still waits.
	 * @param request the request
	 */
	void withdraw(Request request) {
		List<Request> granted;
		synchronized (this) {
			if (!this.waiting.remove(request)) {
				return;
			}
			granted = grant();
		}
		request.cancel(false);
		granted.forEach((next) -> next.complete(null));
		callIfIdle();
	}

	/**
	 * Give a request up, or what it was given back.
	 * @param request the request
	 */
	void cancel(Request request) {
		withdraw(request);
		// if it does not wait any more it was granted, or is just now
		request.thenRun(() -> release(request.count));
	}

	/**
	 * Give permits back.
	 * @param count how many
	 */
	void release(int count) {
		List<Request> granted;
		synchronized (this) {
			this.taken -= count;
			granted = grant();
			if (this.taken == 0) {
				notifyAll();
			}
		}
		granted.forEach((request) -> request.complete(null));
		callIfIdle();
	}

	private List<Request> grant() {
		List<Request> granted = new ArrayList<>();
		for (Request next = this.waiting.peek(); next != null && isFree(next.count); next = this.waiting.peek()) {
			this.waiting.remove();
			this.taken += next.count;
			this.waitedNanos += next.count * (System.nanoTime() - next.since);
			granted.add(next);
		}
		return granted;
	}

	/**
	 * Give no more permits. Those who wait are refused.
	 */
	void close() {
		List<Request> refused;
		synchronized (this) {
			this.closed = true;
			refused = new ArrayList<>(this.waiting);
			this.waiting.clear();
		}
		refused.forEach((request) -> request.completeExceptionally(refusal()));
		callIfIdle();
	}

	/**
	 * Call back once, when none is taken and nobody waits; at once if it is so now.
	 * @param callback what to call
	 */
	void onceIdle(Runnable callback) {
		synchronized (this) {
			this.onceIdle.add(callback);
		}
		callIfIdle();
	}

	private void callIfIdle() {
		List<Runnable> callbacks;
		synchronized (this) {
			if (this.onceIdle.isEmpty() || this.taken > 0 || !this.waiting.isEmpty()) {
				return;
			}
			callbacks = List.copyOf(this.onceIdle);
			this.onceIdle.clear();
		}
		callbacks.forEach(Runnable::run);
	}

	/**
	 * Return how long those who were given permits had to wait for them.
	 * @return the sum
	 */
	synchronized Duration waitTime() {
		return Duration.ofNanos(this.waitedNanos);
	}

	/**
	 * Wait until none is taken.
	 * @param timeout the longest time to wait
	 * @throws InterruptedException if interrupted while waiting
	 */
	synchronized void awaitNone(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + Math.min(Nanos.of(timeout), Long.MAX_VALUE / 2);
		for (long left = deadline - System.nanoTime(); this.taken > 0
				&& left > 0; left = deadline - System.nanoTime()) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	synchronized int taken() {
		return this.taken;
	}

	synchronized int waiting() {
		return this.waiting.stream().mapToInt((request) -> request.count).sum();
	}

	/**
	 * Somebody who asks for permits.
	 */
	static final class Request extends CompletableFuture<Void> {

		private final int count;

		private final long since = System.nanoTime();

		Request(int count) {
			this.count = count;
		}

	}

}
