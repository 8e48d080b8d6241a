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
import java.nio.channels.ClosedSelectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the workers send. Whoever sits in its seat reads for all: a thread that
 * waits for a result if it can, else the {@link Relief}. The seat is left after each
 * turn, before any future is ended, for what depends on a future is foreign code.
 */
final class FleetReader implements Closeable {

	/** Who waits longer waits for ever. **/
	private static final long LONG_TIME = Long.MAX_VALUE / 2;

	private final LinkSelector selector;

	private final LinkInput input;

	private final Executor callbacks;

	private final ReadingSeat seat = new ReadingSeat();

	private final Relief relief;

	private volatile boolean closed;

	/**
	 * Create a reader.
	 * @param name the name of the pool
	 * @param listener is told what the workers send
	 * @param duty says when somebody must read
	 * @param callbacks runs what depends on results
	 * @param spin how long threads that wait poll
	 */
	FleetReader(String name, LinkListener listener, Relief.Duty duty, Executor callbacks, SpinBudget spin) {
		this.selector = new LinkSelector(name, spin);
		this.input = new LinkInput(listener);
		this.callbacks = callbacks;
		this.relief = new Relief(name + "-reader", this, duty);
	}

	/**
	 * Read from a worker from now on.
	 * @param link the worker
	 * @throws IOException if its socket is closed
	 */
	void add(WorkerLink link) throws IOException {
		link.connection().process().onExit().thenRun(this::call);
		this.selector.add(link);
		nudge();
		this.relief.start();
	}

	/**
	 * Flush a worker as soon as its socket takes more.
	 * @param link the worker
	 */
	void flushWhenWritable(WorkerLink link) {
		if (this.selector.addWritable(link)) {
			nudge();
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
			if (this.closed || !turn(current, future, left)) {
				return false;
			}
			left = nanos - (System.nanoTime() - start);
		}
		callIfBusy();
		return true;
	}

	/**
	 * Take the seat once, unless it is taken: read what there is, or wait for it.
	 * @param current the calling thread
	 * @param awaited the future that it waits for, if it does
	 * @param nanos how long to wait at most; not at all if not positive
	 * @return whether the seat was free
	 */
	boolean turn(Thread current, @Nullable CompletableFuture<?> awaited, long nanos) {
		if (!this.seat.take(current, awaited)) {
			return false;
		}
		List<Completion> completions = new ArrayList<>(4);
		try {
			if (awaited == null || !awaited.isDone()) {
				this.input.readAll(this.selector.select(nanos, awaited), completions);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClosedSelectorException ex) {
			// closed meanwhile: nothing is to be read any more
		}
		finally {
			this.seat.leave();
			complete(completions, (nanos > LONG_TIME) ? awaited : null);
		}
		return true;
	}

	/**
	 * End the futures of tasks. Who waits no longer than some time runs no code of the
	 * user, which may take longer.
	 */
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
		if (this.seat.isElsewhereAwaited(future)) {
			this.selector.wakeUp();
		}
	}

	/**
	 * Have who reads look again.
	 */
	private void nudge() {
		if (!this.seat.isVacant()) {
			this.selector.wakeUp();
		}
	}

	/**
	 * Have somebody read soon.
	 */
	void call() {
		this.relief.call();
	}

	/**
	 * Have somebody read soon, if anything is expected of a worker.
	 */
	void callIfBusy() {
		this.relief.callIfBusy();
	}

	/**
	 * Note that the workers have become busy.
	 */
	void busy() {
		this.relief.wakeIfAsleep();
	}

	boolean isVacant() {
		return this.seat.isVacant();
	}

	int turns() {
		return this.seat.turns();
	}

	@Override
	public void close() {
		this.closed = true;
		this.relief.close();
		this.selector.close();
	}

}
