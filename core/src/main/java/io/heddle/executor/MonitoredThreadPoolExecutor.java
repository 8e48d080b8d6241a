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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A {@link ThreadPoolExecutor} of platform threads whose tasks are monitored.
 */
final class MonitoredThreadPoolExecutor extends ThreadPoolExecutor implements MonitoredExecutor {

	private final TaskMonitor monitor;

	private final PoolGrowth growth;

	private final RejectionHandling rejection;

	private volatile ThreadPoolShape shape;

	MonitoredThreadPoolExecutor(NamedExecutorBuilder builder) {
		this(builder, ThreadPoolShape.of(builder), new PoolGrowth(builder.scaling, builder.queueType));
	}

	private MonitoredThreadPoolExecutor(NamedExecutorBuilder builder, ThreadPoolShape shape, PoolGrowth growth) {
		this(builder, shape, growth,
				new TaskMonitor(builder, new TaskQueue(builder.queueType, shape.queueCapacity(), growth)));
	}

	private MonitoredThreadPoolExecutor(NamedExecutorBuilder builder, ThreadPoolShape shape, PoolGrowth growth,
			TaskMonitor monitor) {
		super(shape.coreSize(), shape.maxSize(), Nanos.of(shape.keepAlive()), TimeUnit.NANOSECONDS, monitor.queue(),
				new WorkerThreadFactory(threadFactory(builder), monitor, growth),
				(command, executor) -> ((MonitoredThreadPoolExecutor) executor).handleOverflow((Task) command));
		this.monitor = monitor;
		this.growth = growth;
		this.rejection = new RejectionHandling(builder, monitor);
		this.shape = shape;
		growth.max(shape.maxSize());
		allowCoreThreadTimeOut(!shape.keepAlive().isZero());
		growth.onEnd(this::startThreads);
		monitor.onRemoval(this::endIdleThreadsAfterShutdown);
		monitor.inspector().watch(this);
	}

	private static ThreadFactory threadFactory(NamedExecutorBuilder builder) {
		return (builder.threadFactory != null) ? builder.threadFactory
				: new PlatformThreadFactory(builder.threadNamePrefix);
	}

	@Override
	public TaskMonitor monitor() {
		return this.monitor;
	}

	@Override
	public void execute(Runnable command) {
		Task task = this.monitor.accept(command);
		try {
			if (isPaused() && !isShutdown()) {
				// the pool would start a thread, with this as its first task
				handleOverflow(task);
			}
			else if (!isBehind() || !queue(task)) {
				super.execute(task);
			}
		}
		catch (RuntimeException | Error ex) {
			// such as from a thread factory: without effect if the task was rejected
			// already
			this.monitor.reject(task, ex.toString(), ex);
			throw ex;
		}
	}

	/**
	 * Return whether tasks wait though a core thread could be added, as right after a
	 * pause: the pool would give a new task to that thread, past those that wait.
	 */
	private boolean isBehind() {
		return this.growth.live() < this.shape.coreSize() && !this.monitor.queue().looksEmpty();
	}

	private boolean queue(Task task) {
		boolean queued = this.monitor.queue().offerNow(task);
		if (queued) {
			queued(task);
		}
		return queued;
	}

	private void queued(Task task) {
		if (isShutdown() && this.monitor.queue().remove(task)) {
			throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
		}
		startThreads();
	}

	private void handleOverflow(Task task) {
		if (isShutdown()) {
			throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
		}
		if (this.rejection.handle(task, this)) {
			queued(task);
		}
	}

	/**
	 * Cancel a task that waits, and remove it.
	 * @param task the task, as it was submitted
	 * @return whether it waited
	 */
	@Override
	public boolean remove(Runnable task) {
		for (Task waiting : this.monitor.queue().tasks()) {
			if (waiting.command() == task) {
				return waiting.cancel(false);
			}
		}
		return super.remove(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		return submit(task, TaskOptions.of());
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		return this.<@Nullable Object>submit(new RunnableCallable<>(task, null));
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		return submit(new RunnableCallable<>(task, result));
	}

	@Override
	public synchronized void pause() {
		if (!isShutdown()) {
			this.monitor.queue().pause(true);
		}
	}

	@Override
	public synchronized void resume() {
		this.monitor.queue().pause(false);
		startThreads();
	}

	/**
	 * Start threads for what waits, as submitting it now would: up to the core size, and
	 * up to the maximum where no queue comes first.
	 */
	private void startThreads() {
		if (!isPaused() && this.monitor.queue().demand() > 0) {
			startThreads(this.monitor.queue().demand());
		}
	}

	private synchronized void startThreads(int demand) {
		boolean aboveCore = this.growth.comesFirst() || this.monitor.queue().type() == QueueType.HANDOFF;
		if (aboveCore) {
			super.setCorePoolSize(getMaximumPoolSize());
		}
		try {
			int waiting = demand;
			while (waiting > 0 && prestartCoreThread()) {
				waiting--;
			}
		}
		finally {
			if (aboveCore) {
				super.setCorePoolSize(this.shape.coreSize());
			}
		}
	}

	@Override
	public synchronized void resize(ExecutorResize change) {
		ThreadPoolShape shape = this.shape.with(change, this.monitor.queue().type());
		this.monitor.queue().capacity(shape.queueCapacity());
		allowCoreThreadTimeOut(false);
		setKeepAliveTime(Nanos.of(shape.keepAlive()), TimeUnit.NANOSECONDS);
		if (shape.maxSize() >= getCorePoolSize()) {
			super.setMaximumPoolSize(shape.maxSize());
			super.setCorePoolSize(shape.coreSize());
		}
		else {
			super.setCorePoolSize(shape.coreSize());
			super.setMaximumPoolSize(shape.maxSize());
		}
		allowCoreThreadTimeOut(!shape.keepAlive().isZero());
		this.growth.max(shape.maxSize());
		this.shape = shape;
		startThreads();
	}

	@Override
	public void setCorePoolSize(int corePoolSize) {
		resize(ExecutorResize.of().coreSize(corePoolSize));
	}

	@Override
	public void setMaximumPoolSize(int maximumPoolSize) {
		resize(ExecutorResize.of().maxSize(maximumPoolSize));
	}

	@Override
	public ExecutorSnapshot snapshot() {
		return this.monitor.views().snapshot(ThreadKind.PLATFORM, getPoolSize(), this.shape, isShutdown());
	}

	@Override
	public synchronized void shutdown() {
		this.monitor.queue().close();
		super.shutdown();
		if (isPaused()) {
			resume();
		}
	}

	/**
	 * Wake the threads that wait for a task which was removed since: as a by-product of
	 * any removal, the pool ends if nothing is left to do.
	 */
	private void endIdleThreadsAfterShutdown() {
		if (isShutdown()) {
			super.remove(() -> {
			});
		}
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.monitor.stop();
		this.monitor.queue().close();
		List<Runnable> drained = new ArrayList<>();
		this.monitor.queue().drainTo(drained);
		// settled before the pool interrupts them, or the interrupt would be their end
		this.monitor.cancelRunning();
		drained.addAll(super.shutdownNow());
		List<Task> waiting = drained.stream().map(Task.class::cast).toList();
		waiting.forEach((task) -> task.cancel(true));
		return waiting.stream().map(Task::command).toList();
	}

	@Override
	protected void terminated() {
		this.monitor.inspector().unwatch();
	}

}
