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
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the workers send. Whoever sits in its seat reads for all: a thread that
 * waits for a result if it can, else the {@link Relief}. The seat is left after each
 * turn, before any future is ended, for what depends on a future is foreign code.
 */
final class FleetReader implements Closeable {

	private static final long LONGEST_SELECT = TimeUnit.SECONDS.toMillis(1);

	private final Selector selector;

	private final Source source;

	private final Executor callbacks;

	private final SpinBudget spin;

	private final AtomicReference<@Nullable Thread> seat = new AtomicReference<>();

	private final Relief relief;

	/** How often the seat was taken; written by its holder. **/
	private volatile int turns;

	/** What the holder of the seat waits for. **/
	private volatile @Nullable Object awaited;

	private volatile boolean closed;

	FleetReader(String name, Source source, Executor callbacks, SpinBudget spin) {
		try {
			this.selector = Selector.open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Process pool '" + name + "' cannot watch its workers", ex);
		}
		this.source = source;
		this.callbacks = callbacks;
		this.spin = spin;
		this.relief = new Relief(name + "-reader", this, source);
	}

	/**
	 * Read from a worker from now on.
	 * @param link the worker
	 * @throws IOException if its socket is closed
	 */
	void add(WorkerLink link) throws IOException {
		link.connection().channel().socket().register(this.selector, SelectionKey.OP_READ, link);
		nudge();
		this.relief.start();
	}

	/**
	 * Flush a worker as soon as its socket takes more.
	 * @param link the worker
	 */
	void flushWhenWritable(WorkerLink link) {
		try {
			SelectionKey key = link.connection().channel().socket().keyFor(this.selector);
			if (key != null) {
				key.interestOpsOr(SelectionKey.OP_WRITE);
				nudge();
			}
		}
		catch (CancelledKeyException ex) {
			// the worker is gone
		}
	}

	/**
	 * Read until a future is done.
	 * @param future the future
	 * @param nanos how long at most
	 * @return {@code false} if another thread reads; otherwise the future is done, or the
	 * time has passed, or the calling thread is interrupted
	 */
	boolean await(CompletableFuture<?> future, long nanos) {
		Thread current = Thread.currentThread();
		long start = System.nanoTime();
		long left = nanos;
		while (!future.isDone() && left > 0 && !current.isInterrupted()) {
			if (this.closed || !turn(current, future, left, true)) {
				return false;
			}
			left = nanos - (System.nanoTime() - start);
		}
		if (this.source.isBusy()) {
			this.relief.call();
		}
		return true;
	}

	/**
	 * Take the seat once, unless it is taken: read what there is, or wait for it.
	 * @param current the calling thread
	 * @param awaited the future that it waits for, if it does
	 * @param nanos how long to wait at most
	 * @param mayWait whether to wait at all
	 * @return whether the seat was free
	 */
	boolean turn(Thread current, @Nullable CompletableFuture<?> awaited, long nanos, boolean mayWait) {
		if (!this.seat.compareAndSet(null, current)) {
			return false;
		}
		List<Completion> completions = new ArrayList<>(4);
		try {
			this.turns++;
			this.awaited = awaited;
			// looked at after it was announced: who ends it sees one or the other
			if (awaited == null || !awaited.isDone()) {
				select((mayWait) ? nanos : 0, awaited != null);
				readAll(completions);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClosedSelectorException ex) {
			// closed meanwhile: nothing is to be read any more
		}
		finally {
			this.awaited = null;
			this.seat.set(null);
			complete(completions, awaited);
		}
		return true;
	}

	private void select(long nanos, boolean spins) throws IOException {
		if (nanos <= 0) {
			this.selector.selectNow();
			return;
		}
		long limit = (spins) ? this.spin.nanos() : 0;
		long start = System.nanoTime();
		if (limit > 0) {
			while (this.selector.selectNow() == 0 && System.nanoTime() - start < limit) {
				if (Thread.currentThread().isInterrupted() || isAwaitedDone()) {
					return;
				}
			}
		}
		if (this.selector.selectedKeys().isEmpty()) {
			this.selector.select(Math.min(LONGEST_SELECT, 1 + TimeUnit.NANOSECONDS.toMillis(nanos - 1)));
		}
		if (spins) {
			this.spin.waited(System.nanoTime() - start);
		}
	}

	private boolean isAwaitedDone() {
		return this.awaited instanceof CompletableFuture<?> future && future.isDone();
	}

	private void readAll(List<Completion> completions) {
		boolean any = false;
		Iterator<SelectionKey> keys = this.selector.selectedKeys().iterator();
		while (keys.hasNext()) {
			SelectionKey key = keys.next();
			keys.remove();
			any |= read(key, (WorkerLink) key.attachment(), completions);
		}
		if (any) {
			// before any future is ended, for the workers wait
			this.source.turned();
		}
	}

	private boolean read(SelectionKey key, WorkerLink link, List<Completion> completions) {
		FrameChannel channel = link.connection().channel();
		try {
			if (key.isWritable()) {
				key.interestOpsAnd(~SelectionKey.OP_WRITE);
				if (!link.flush()) {
					key.interestOpsOr(SelectionKey.OP_WRITE);
				}
			}
			boolean open = channel.fill();
			for (Frame frame = channel.poll(); frame != null; frame = channel.poll()) {
				this.source.received(link, frame, completions);
			}
			if (!open) {
				this.source.lost(link, null);
			}
		}
		catch (FrameException ex) {
			this.source.lost(link, "sent garbage: " + ex.getMessage());
		}
		catch (IOException | CancelledKeyException ex) {
			this.source.lost(link, null);
		}
		catch (RuntimeException | Error ex) {
			this.source.lost(link, "sent what could not be handled: " + ex);
		}
		return true;
	}

	private void complete(List<Completion> completions, @Nullable CompletableFuture<?> awaited) {
		for (Completion completion : completions) {
			if (completion.isForOthers(awaited)) {
				this.callbacks.execute(completion);
			}
			else {
				completion.run();
			}
		}
	}

	/**
	 * Note that a future has ended.
	 * @param future the future
	 */
	void ended(CompletableFuture<?> future) {
		if (this.awaited == future && this.seat.get() != Thread.currentThread()) {
			this.selector.wakeup();
		}
	}

	/**
	 * Have who reads look again.
	 */
	private void nudge() {
		if (this.seat.get() != null) {
			this.selector.wakeup();
		}
	}

	/**
	 * Have somebody read soon.
	 */
	void call() {
		this.relief.call();
	}

	/**
	 * Note that the workers have become busy.
	 */
	void busy() {
		this.relief.wakeIfAsleep();
	}

	boolean isVacant() {
		return this.seat.get() == null;
	}

	int turns() {
		return this.turns;
	}

	@Override
	public void close() {
		this.closed = true;
		this.relief.close();
		try {
			this.selector.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What the workers send goes here. Called by the holder of the seat.
	 */
	interface Source {

		/**
		 * Take a frame.
		 * @param link the worker that sent it
		 * @param frame the frame
		 * @param completions where to put how tasks end
		 * @throws IOException if it is garbage
		 */
		void received(WorkerLink link, Frame frame, List<Completion> completions) throws IOException;

		/**
		 * Take note that nothing more comes from a worker.
		 * @param link the worker
		 * @param reason why it is to be killed, or {@code null} if it has closed the
		 * socket
		 */
		void lost(WorkerLink link, @Nullable String reason);

		/**
		 * Send what there is room for after the frames of a turn.
		 */
		void turned();

		/**
		 * Return whether anything is expected of a worker.
		 * @return whether somebody must read
		 */
		boolean isBusy();

		/**
		 * Look after long tasks; called each millisecond or so while busy.
		 */
		void tick();

	}

}
