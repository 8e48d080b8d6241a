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

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Waits for the sockets of the workers, all at once. One thread selects at a time; all
 * else is thread-safe.
 */
final class LinkSelector implements Closeable {

	private static final long LONGEST_SELECT = TimeUnit.SECONDS.toMillis(1);

	private final Selector selector;

	private final SpinBudget spin;

	LinkSelector(String name, SpinBudget spin) {
		try {
			this.selector = Selector.open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Process pool '" + name + "' cannot watch its workers", ex);
		}
		this.spin = spin;
	}

	/**
	 * Wait for a worker too, from the next time on.
	 * @param link the worker
	 * @throws IOException if its socket is closed
	 */
	void add(WorkerLink link) throws IOException {
		link.connection().channel().socket().register(this.selector, SelectionKey.OP_READ, link);
	}

	/**
	 * Wait until the socket of a worker takes more too, from the next time on.
	 * @param link the worker
	 * @return whether it is waited for at all
	 */
	boolean addWritable(WorkerLink link) {
		try {
			SelectionKey key = link.connection().channel().socket().keyFor(this.selector);
			if (key == null) {
				return false;
			}
			key.interestOpsOr(SelectionKey.OP_WRITE);
			return true;
		}
		catch (CancelledKeyException ex) {
			// the worker is gone
			return false;
		}
	}

	/**
	 * Wait until a socket is ready, or for a while less.
	 * @param nanos how long at most; not at all if not positive
	 * @param awaited the future that the calling thread waits for, if it does
	 * @return the keys of the sockets that are ready, to be removed when they were looked
	 * after
	 * @throws IOException if that is not possible
	 */
	Set<SelectionKey> select(long nanos, @Nullable CompletableFuture<?> awaited) throws IOException {
		if (nanos <= 0) {
			this.selector.selectNow();
		}
		else if (awaited == null) {
			sleep(nanos);
		}
		else {
			long start = System.nanoTime();
			if (!poll(start, awaited)) {
				return this.selector.selectedKeys();
			}
			sleep(nanos);
			this.spin.waited(System.nanoTime() - start);
		}
		return this.selector.selectedKeys();
	}

	/**
	 * Look again and again for a socket that is ready, within the budget.
	 * @return whether the calling thread still has something to wait for
	 */
	private boolean poll(long start, CompletableFuture<?> awaited) throws IOException {
		long limit = this.spin.nanos();
		if (limit > 0) {
			while (this.selector.selectNow() == 0 && System.nanoTime() - start < limit) {
				if (Thread.currentThread().isInterrupted() || awaited.isDone()) {
					return false;
				}
				// the worker may have been woken on this very processor
				Thread.yield();
			}
		}
		return true;
	}

	private void sleep(long nanos) throws IOException {
		if (this.selector.selectedKeys().isEmpty()) {
			this.selector.select(Math.min(LONGEST_SELECT, 1 + TimeUnit.NANOSECONDS.toMillis(nanos - 1)));
		}
	}

	/**
	 * Wake who selects, or will next.
	 */
	void wakeUp() {
		this.selector.wakeup();
	}

	@Override
	public void close() {
		try {
			this.selector.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
