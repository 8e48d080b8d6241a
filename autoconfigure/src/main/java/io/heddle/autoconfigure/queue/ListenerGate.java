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

/**
 * Where the thread of a listener waits. To stop it, it is woken up while it waits, and
 * never while it does anything else.
 */
class ListenerGate {

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Thread waiting;

	private boolean stopping;

	private boolean closed;

	/**
	 * Wait, unless the thread is to stop, which closes the gate.
	 * @param <T> the type of what the thread waits for
	 * @param wait how to wait
	 * @return what has come, or {@code null} if the thread is to stop or was interrupted
	 */
	<T> @Nullable T await(Wait<T> wait) {
		if (!startWaiting()) {
			return null;
		}
		try {
			return wait.await();
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
		this.lock.lock();
		try {
			this.closed = this.stopping;
			this.waiting = this.closed ? null : Thread.currentThread();
			return !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * An item may have come together with the interrupt, which is not meant for it.
	 */
	private void endWaiting() {
		this.lock.lock();
		try {
			this.waiting = null;
			Thread.interrupted();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return whether the gate is closed. For the thread of the listener alone.
	 * @return whether the thread has to end
	 */
	boolean isClosed() {
		return this.closed;
	}

	/**
	 * Close the gate, for the thread ends.
	 */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let the thread stop at its next wait, or at once if it waits.
	 */
	void stop() {
		this.lock.lock();
		try {
			this.stopping = true;
			if (this.waiting != null) {
				this.waiting.interrupt();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let the thread go on if it was to stop and has not noticed yet.
	 * @return whether it goes on, for a closed gate is never opened again
	 */
	boolean resume() {
		this.lock.lock();
		try {
			this.stopping = false;
			return !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A way to wait.
	 *
	 * @param <T> the type of what is waited for
	 */
	@FunctionalInterface
	interface Wait<T> {

		/**
		 * Wait.
		 * @return what has come
		 * @throws InterruptedException if the thread is interrupted
		 */
		@Nullable T await() throws InterruptedException;

	}

}
