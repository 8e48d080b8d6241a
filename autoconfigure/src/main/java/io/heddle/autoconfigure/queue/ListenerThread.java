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

package io.heddle.autoconfigure.queue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.heddle.context.TaskScope;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.Received;
import io.heddle.queue.ShutDownException;

/**
 * Hands the items of a queue to a listener, one after another, until it is stopped or the
 * queue is shut down. It is woken up to stop while it waits for an item, and never while
 * it handles one.
 */
class ListenerThread implements Runnable {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final NamedQueue<?> queue;

	private final QueueListenerMethod method;

	private final QueueListenerMethod.Handler handler;

	private final ListenerExceptions exceptions;

	private final Runnable ended;

	private final ListenerGate gate = new ListenerGate();

	private Duration pause = SHORTEST_PAUSE;

	private volatile @Nullable Thread thread;

	ListenerThread(NamedQueue<?> queue, QueueListenerMethod method, QueueListenerMethod.Handler handler,
			ListenerExceptions exceptions, Runnable ended) {
		this.queue = queue;
		this.method = method;
		this.handler = handler;
		this.exceptions = exceptions;
		this.ended = ended;
	}

	@Override
	public void run() {
		TaskScope scope = new TaskScope();
		this.thread = Thread.currentThread();
		scope.enter();
		try {
			while (!this.gate.isClosed()) {
				Received<?> received = next();
				if (received != null) {
					handle(received);
				}
				scope.end();
			}
		}
		catch (ShutDownException ex) {
			// there is nothing to come
		}
		finally {
			scope.leave();
			this.gate.close();
			this.thread = null;
			this.ended.run();
		}
	}

	/**
	 * Items may fail when they are compared or asked for their delay. As long as the
	 * first of the queue does, it is tried again after a pause.
	 */
	private @Nullable Received<?> next() {
		try {
			Received<?> received = this.gate.await(this.queue::receive);
			this.pause = SHORTEST_PAUSE;
			return received;
		}
		catch (ShutDownException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			this.exceptions.handle(this.method, ex);
			pause();
			return null;
		}
	}

	/**
	 * There is no reason to go on with the pause when all items are gone.
	 */
	private void pause() {
		Duration pause = this.pause;
		this.pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		this.gate.await(() -> this.queue.join(pause));
	}

	private void handle(Received<?> received) {
		try {
			received.handle(this::handleItem);
		}
		catch (Throwable ex) {
			this.exceptions.handle(this.method, ex);
		}
	}

	/**
	 * What the listener throws is handled in the context of the item.
	 */
	private void handleItem(Object item) {
		try {
			this.handler.handle(item);
		}
		catch (Throwable ex) {
			this.exceptions.handle(this.method, ex);
		}
	}

	/**
	 * Return the thread.
	 * @return the thread, or {@code null} if it does not run
	 */
	@Nullable Thread thread() {
		return this.thread;
	}

	/**
	 * Go on if it was to stop and has not ended yet.
	 * @return whether it goes on
	 */
	boolean resume() {
		return this.gate.resume();
	}

	/**
	 * Handle no more items than the one in hand.
	 */
	void stop() {
		this.gate.stop();
	}

	/**
	 * Interrupt the listener, whatever it does, unless it is the caller.
	 */
	void cancel() {
		stop();
		Thread current = this.thread;
		if (current != null && current != Thread.currentThread()) {
			current.interrupt();
		}
	}

}
