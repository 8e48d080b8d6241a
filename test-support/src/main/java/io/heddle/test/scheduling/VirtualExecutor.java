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

package io.heddle.test.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Runs tasks when a virtual clock is advanced, in the thread that does so. It is a pool,
 * since some ask for one, but has no threads. Pending tasks are cancelled when it is shut
 * down. Thread-safe.
 */
final class VirtualExecutor extends ScheduledThreadPoolExecutor {

	private final TimeLine timeLine;

	private final UnaryOperator<Runnable> decorator;

	private final Set<VirtualFuture<?>> pending = ConcurrentHashMap.newKeySet();

	/**
	 * Create an executor.
	 * @param timeLine when tasks run
	 * @param decorator is applied to each task
	 * @param rejectedExecutionHandler receives what is refused
	 */
	VirtualExecutor(TimeLine timeLine, UnaryOperator<Runnable> decorator,
			RejectedExecutionHandler rejectedExecutionHandler) {
		super(0, rejectedExecutionHandler);
		this.timeLine = timeLine;
		this.decorator = decorator;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		return enter(new VirtualFuture<>(this, Executors.callable(command), after(delay, unit), 0));
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		return enter(new VirtualFuture<>(this, callable, after(delay, unit), 0));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
		checkPositive("period", period);
		return enter(new VirtualFuture<>(this, Executors.callable(command), after(initialDelay, unit),
				unit.toNanos(period)));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		checkPositive("delay", delay);
		return enter(new VirtualFuture<>(this, Executors.callable(command), after(initialDelay, unit),
				-unit.toNanos(delay)));
	}

	private static void checkPositive(String name, long value) {
		if (value <= 0) {
			throw new IllegalArgumentException("'" + name + "' must be more than 0 but is " + value);
		}
	}

	private Instant after(long delay, TimeUnit unit) {
		return this.timeLine.steady().plusNanos(Math.max(0, unit.toNanos(delay)));
	}

	@Override
	protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
		return new VirtualFuture<>(this, callable, this.timeLine.steady(), 0);
	}

	/**
	 * One after the other in the calling thread, for nobody else runs them.
	 */
	@Override
	public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
		ExecutionException failure = null;
		for (Callable<T> task : tasks) {
			try {
				return submit(task).get();
			}
			catch (ExecutionException ex) {
				failure = ex;
			}
		}
		if (failure == null) {
			throw new IllegalArgumentException("'tasks' must not be empty");
		}
		throw failure;
	}

	@Override
	public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
			throws InterruptedException, ExecutionException {
		return invokeAny(tasks);
	}

	private <V> ScheduledFuture<V> enter(VirtualFuture<V> future) {
		if (isShutdown()) {
			getRejectedExecutionHandler().rejectedExecution(future, this);
		}
		else {
			this.pending.add(future);
			future.enter(this.timeLine.tasks(), this.decorator.apply(future));
		}
		return future;
	}

	TimeLine timeLine() {
		return this.timeLine;
	}

	void remove(VirtualFuture<?> future) {
		this.pending.remove(future);
	}

	@Override
	public void shutdown() {
		super.shutdown();
		cancelPending();
	}

	@Override
	public List<Runnable> shutdownNow() {
		super.shutdownNow();
		return cancelPending();
	}

	private List<Runnable> cancelPending() {
		List<Runnable> tasks = new ArrayList<>(this.pending);
		this.pending.forEach((future) -> future.cancel(false));
		return tasks;
	}

}
