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

package io.heddle.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The future of a task that is run by a {@link TaskHost}: who waits for it helps the host
 * if it can, and is otherwise woken by who does, without foreign code in between.
 *
 * @param <T> the type of the result
 */
final class HostedFuture<T extends @Nullable Object> extends TaskFuture<T> {

	/** A bound for what ends this future on ways that cannot be overridden. **/
	private static final long LONGEST_PARK = TimeUnit.SECONDS.toNanos(1);

	private static final VarHandle FOLLOWER;

	static {
		try {
			FOLLOWER = MethodHandles.lookup().findVarHandle(HostedFuture.class, "follower", Thread.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final TaskHost host;

	/** A thread that waits here rather than as a dependent. **/
	private volatile @Nullable Thread follower;

	HostedFuture(Callable<T> callable, TaskOptions options, TaskHost host) {
		super(callable, options);
		this.host = host;
	}

	/**
	 * Return whether anything but the follower depends on this future.
	 */
	boolean hasDependents() {
		return getNumberOfDependents() > 0;
	}

	@Override
	public T get() throws InterruptedException, ExecutionException {
		if (!isDone()) {
			await(Long.MAX_VALUE);
		}
		return super.get();
	}

	@Override
	public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		if (isDone()) {
			return super.get(timeout, unit);
		}
		long nanos = unit.toNanos(timeout);
		long start = System.nanoTime();
		await(nanos);
		return super.get(Math.max(0, nanos - (System.nanoTime() - start)), TimeUnit.NANOSECONDS);
	}

	@Override
	public T join() {
		if (!isDone()) {
			await(Long.MAX_VALUE);
		}
		return super.join();
	}

	/**
	 * Wait until this future is done, the time has passed or the thread is interrupted;
	 * or not at all, where only the super class can wait.
	 */
	private void await(long nanos) {
		Thread current = Thread.currentThread();
		// a virtual thread would pin its carrier, a worker of a fork-join pool
		// compensates
		if (current instanceof ForkJoinWorkerThread || isVirtual(current)) {
			this.host.resultWanted();
			return;
		}
		if (this.host.await(this, nanos) || !FOLLOWER.compareAndSet(this, null, current)) {
			return;
		}
		try {
			follow(current, nanos);
		}
		finally {
			this.follower = null;
		}
	}

	private static boolean isVirtual(Thread thread) {
		Class<?> type = thread.getClass();
		return type != Thread.class && type.getName().startsWith("java.lang.");
	}

	private void follow(Thread current, long nanos) {
		long start = System.nanoTime();
		long left = nanos;
		while (!isDone() && left > 0 && !current.isInterrupted()) {
			LockSupport.parkNanos(this, Math.min(left, LONGEST_PARK));
			left = nanos - (System.nanoTime() - start);
		}
	}

	@Override
	public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
		Objects.requireNonNull(supplier, "'supplier' must not be null");
		executor.execute(() -> {
			if (isDone()) {
				return;
			}
			try {
				complete(supplier.get());
			}
			catch (Throwable ex) {
				completeExceptionally(ex);
			}
		});
		return this;
	}

	private void ended() {
		Thread follower = this.follower;
		if (follower != null) {
			LockSupport.unpark(follower);
		}
		this.host.ended(this);
	}

	@Override
	void endNormally(T result) {
		super.endNormally(result);
		ended();
	}

	@Override
	void endCancelled() {
		super.endCancelled();
		letGo();
		ended();
	}

	@Override
	void endExceptionally(Throwable ex) {
		super.endExceptionally(ex);
		letGo();
		ended();
	}

	@Override
	public boolean complete(T value) {
		boolean completed = super.complete(value);
		ended();
		return completed;
	}

	@Override
	public boolean completeExceptionally(Throwable ex) {
		boolean completed = super.completeExceptionally(ex);
		ended();
		return completed;
	}

	@Override
	public void obtrudeValue(T value) {
		super.obtrudeValue(value);
		ended();
	}

	@Override
	public void obtrudeException(Throwable ex) {
		super.obtrudeException(ex);
		ended();
	}

	@Override
	CompletableFuture<T> next() {
		CompletableFuture<T> next = super.next();
		if (!isDone()) {
			this.host.resultWanted();
		}
		return next;
	}

}
