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

package io.heddle.queue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.ContextCarrier;

/**
 * A queue between threads with a name, which can be watched while it is in use, joined
 * and shut down.
 * <p>
 * Whoever takes an item tells by {@link #taskDone()} when it is done with it, so that
 * {@link #join()} can wait for all. What is removed without being taken, by
 * {@link #remove(Object)}, {@link #removeIf}, {@link #clear()}, an iterator or a
 * shutdown, counts as done. To take means {@link #take()}, {@link #poll()},
 * {@link #remove()}, {@link #drainTo} and {@link #receive()}.
 * <p>
 * After {@link #shutdown()} to put an item fails with a {@link ShutDownException}, also
 * by {@link #offer}, and so does to wait for one when none is left; {@link #poll()} then
 * returns {@code null}, as of any empty queue.
 * <p>
 * Thread-safe; the threads that wait may be virtual ones. {@code null} is no item.
 *
 * @param <E> the type of the items
 */
public final class NamedQueue<E> extends AbstractNamedQueue<E> {

	private static final Logger logger = LoggerFactory.getLogger(NamedQueue.class);

	private static final long FOREVER = Long.MAX_VALUE;

	private final String name;

	private final int capacity;

	private final @Nullable ContextCarrier contextCarrier;

	private final NamedQueueListener listener;

	private final QueueCore<E> core;

	NamedQueue(NamedQueueBuilder builder) {
		this.name = builder.name;
		this.capacity = builder.capacity;
		this.contextCarrier = builder.contextCarrier;
		this.listener = builder.listener;
		this.core = new QueueCore<>(builder,
				new Saturation(builder.capacity, () -> tell(() -> builder.listener.onSaturated(this))));
	}

	/**
	 * Begin to build a queue.
	 * @param name the name of the queue
	 * @return a builder
	 */
	public static NamedQueueBuilder builder(String name) {
		return new NamedQueueBuilder(name);
	}

	/**
	 * Return the name of the queue.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the state of the queue at this moment.
	 * @return the state
	 */
	public NamedQueueSnapshot snapshot() {
		return this.core.snapshot();
	}

	/**
	 * Return the threads that wait for room, the one that waits longest first.
	 * @return the threads
	 */
	public List<BlockedThread> blockedProducers() {
		return this.core.blockedProducers();
	}

	/**
	 * Return the threads that wait for an item, the one that waits longest first.
	 * @return the threads
	 */
	public List<BlockedThread> blockedConsumers() {
		return this.core.blockedConsumers();
	}

	@Override
	public boolean offer(E item) {
		return this.core.offer(item(item), context());
	}

	@Override
	public void put(E item) throws InterruptedException {
		this.core.put(item(item), context(), FOREVER);
	}

	@Override
	public boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
		return this.core.put(item(item), context(), unit.toNanos(timeout));
	}

	private E item(E item) {
		return Objects.requireNonNull(item, "'item' must not be null");
	}

	private @Nullable Object context() {
		return (this.contextCarrier != null) ? this.contextCarrier.capture() : null;
	}

	@Override
	public @Nullable E poll() {
		return this.core.poll();
	}

	@Override
	public E take() throws InterruptedException {
		return Objects.requireNonNull(this.core.get(FOREVER));
	}

	@Override
	public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
		return this.core.get(unit.toNanos(timeout));
	}

	/**
	 * Take the first item together with the context of the thread that put it, waiting
	 * for it if need be.
	 * @return the item
	 * @throws InterruptedException if the thread is interrupted
	 * @throws ShutDownException if the queue is shut down and has no more items
	 */
	public Received<E> receive() throws InterruptedException {
		return Objects.requireNonNull(this.core.receive(this, FOREVER));
	}

	/**
	 * Take the first item together with the context of the thread that put it, waiting
	 * for it if need be.
	 * @param timeout how long to wait at most
	 * @return the item, or {@code null} if there was none in time
	 * @throws IllegalArgumentException if the timeout is negative
	 * @throws InterruptedException if the thread is interrupted
	 * @throws ShutDownException if the queue is shut down and has no more items
	 */
	public @Nullable Received<E> receive(Duration timeout) throws InterruptedException {
		return this.core.receive(this, nanos(timeout));
	}

	/**
	 * Return the first item and leave it in the queue. In a queue of type
	 * {@link NamedQueueType#DELAY} its delay may not have expired.
	 */
	@Override
	public @Nullable E peek() {
		return this.core.peek();
	}

	@Override
	public int remainingCapacity() {
		return (this.capacity != Integer.MAX_VALUE) ? this.capacity - size() : Integer.MAX_VALUE;
	}

	/**
	 * Tell that an item that was taken is done.
	 * @throws IllegalStateException if this was told of all items that were taken
	 */
	public void taskDone() {
		this.core.taskDone();
	}

	/**
	 * Wait until all items that were put are done.
	 * @throws InterruptedException if the thread is interrupted
	 */
	public void join() throws InterruptedException {
		this.core.join(FOREVER);
	}

	/**
	 * Wait until all items that were put are done.
	 * @param timeout how long to wait at most
	 * @return whether they are done
	 * @throws IllegalArgumentException if the timeout is negative
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean join(Duration timeout) throws InterruptedException {
		return this.core.join(nanos(timeout));
	}

	private static long nanos(Duration timeout) {
		if (timeout.isNegative()) {
			throw new IllegalArgumentException(
					"'timeout' must not be negative but is " + timeout + "; zero is for not waiting at all");
		}
		return TimeUnit.NANOSECONDS.convert(timeout);
	}

	/**
	 * Take no more items; those that are here can still be taken. All threads that wait
	 * for room fail at once, and those that wait for an item when none is left. Does
	 * nothing if the queue is shut down.
	 */
	public void shutdown() {
		shutdown(false);
	}

	/**
	 * Take no more items, and drop those that are here if told so. They count as done;
	 * {@link #join()} goes on waiting for those that were taken. Can follow a
	 * {@link #shutdown()}.
	 * @param immediate whether to drop the items
	 */
	public void shutdown(boolean immediate) {
		int dropped = this.core.shutDown(immediate);
		if (dropped >= 0) {
			tell(() -> this.listener.onShutDown(this, dropped));
		}
	}

	/**
	 * Return whether the queue was shut down.
	 * @return whether it takes no more items
	 */
	public boolean isShutdown() {
		return this.core.isShutDown();
	}

	/**
	 * Unlike that of other collections it leaves out the items, which are many, and of
	 * the user: a queue is in many a log line.
	 */
	@Override
	public String toString() {
		return "NamedQueue '" + this.name + "' [" + size() + " items]";
	}

	@Override
	QueueCore<E> core() {
		return this.core;
	}

	@Nullable ContextCarrier contextCarrier() {
		return this.contextCarrier;
	}

	private void tell(Runnable event) {
		try {
			event.run();
		}
		catch (RuntimeException ex) {
			logger.warn("The listener of queue '{}' failed", this.name, ex);
		}
	}

}
