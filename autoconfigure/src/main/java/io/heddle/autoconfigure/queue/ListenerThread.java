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

import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.heddle.queue.NamedQueue;
import io.heddle.queue.Received;
import io.heddle.queue.ShutDownException;

/**
 * Hands the items of a queue to a listener, one after another, until it is stopped or the
 * queue is shut down. It is woken up to stop while it waits for an item, and never while
 * it handles one.
 */
class ListenerThread implements Runnable {

	private final NamedQueue<?> queue;

	private final QueueListenerMethod method;

	private final QueueListenerMethod.Handler handler;

	private final ListenerExceptions exceptions;

	private final Runnable ended;

	private final ReentrantLock gate = new ReentrantLock();

	private @Nullable Thread waiting;

	private volatile boolean stopping;

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
		this.thread = Thread.currentThread();
		try {
			while (!this.stopping) {
				Received<?> received = next();
				if (received != null) {
					handle(received);
				}
			}
		}
		catch (ShutDownException ex) {
			// there is nothing to come
		}
		finally {
			this.thread = null;
			this.ended.run();
		}
	}

	private @Nullable Received<?> next() {
		if (!startWaiting()) {
			return null;
		}
		try {
			return this.queue.receive();
		}
		catch (InterruptedException ex) {
			// to stop, or by whoever is not to
			return null;
		}
		finally {
			endWaiting();
		}
	}

	private boolean startWaiting() {
		this.gate.lock();
		try {
			this.waiting = this.stopping ? null : Thread.currentThread();
			return !this.stopping;
		}
		finally {
			this.gate.unlock();
		}
	}

	/**
	 * An item may have come together with the interrupt, which is not meant for it.
	 */
	private void endWaiting() {
		this.gate.lock();
		try {
			this.waiting = null;
			Thread.interrupted();
		}
		finally {
			this.gate.unlock();
		}
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
	 * Handle no more items than the one in hand.
	 */
	void stop() {
		this.gate.lock();
		try {
			this.stopping = true;
			if (this.waiting != null) {
				this.waiting.interrupt();
			}
		}
		finally {
			this.gate.unlock();
		}
	}

	/**
	 * Interrupt the listener, whatever it does.
	 */
	void cancel() {
		stop();
		Thread current = this.thread;
		if (current != null) {
			current.interrupt();
		}
	}

}
