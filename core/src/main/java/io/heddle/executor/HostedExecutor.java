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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RunnableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An executor whose tasks are run by a {@link TaskHost}. A task goes to the host directly
 * as long as none waits, and through the queue otherwise.
 */
final class HostedExecutor extends AbstractMonitoredExecutor implements HostedTasks {

	private final TaskMonitor monitor;

	private final TaskHost host;

	private final RejectionHandling rejection;

	HostedExecutor(NamedExecutorBuilder builder, TaskHost host) {
		this.host = host;
		this.monitor = new TaskMonitor(builder,
				new TaskQueue(QueueType.FIFO, builder.queueCapacity, new HostGrowth(host)), host);
		this.rejection = new RejectionHandling(builder, this.monitor);
		this.monitor.onRemoval(host::tasksWaiting);
		host.attach(this);
		this.monitor.inspector().watch(this);
	}

	@Override
	public TaskMonitor monitor() {
		return this.monitor;
	}

	@Override
	public NamedExecutor executor() {
		return this;
	}

	@Override
	public void execute(Runnable command) {
		HostedEntry task = (HostedEntry) this.monitor.accept(command);
		if (isShutdown()) {
			throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
		}
		if (!prepare(task)) {
			return;
		}
		if (!this.host.start(task) && (this.monitor.queue().offer(task) || this.rejection.handle(task, null))) {
			this.host.tasksWaiting();
		}
	}

	private boolean prepare(HostedEntry task) {
		try {
			this.host.prepare(task);
			return true;
		}
		catch (Throwable ex) {
			if (!(task.command() instanceof TaskFuture<?>)) {
				throw this.monitor.reject(task, "it cannot be run elsewhere: " + ex, ex);
			}
			task.fail(ex);
			return false;
		}
	}

	@Override
	public @Nullable HostedTask poll(Collection<Runnable> unfit) {
		HostedEntry task = (HostedEntry) this.monitor.queue().pollUnlessPaused();
		while (task != null && !isFit(task, unfit)) {
			task = (HostedEntry) this.monitor.queue().pollUnlessPaused();
		}
		return task;
	}

	private boolean isFit(HostedEntry task, Collection<Runnable> unfit) {
		if (task.isSettled()) {
			return false;
		}
		if (this.monitor.brokenBy() != null) {
			unfit.add(() -> this.monitor.admits(task));
			return false;
		}
		Duration limit = limits().queueTimeout();
		if (limit != null && System.nanoTime() - task.submittedAt() >= Nanos.of(limit)) {
			unfit.add(() -> this.monitor.inspector().expire(task, System.nanoTime()));
			return false;
		}
		return true;
	}

	@Override
	public int queueSize() {
		return this.monitor.queue().size();
	}

	@Override
	public void add(HostedRunner runner) {
		this.monitor.counters().add(runner);
	}

	@Override
	public void remove(HostedRunner runner) {
		this.monitor.counters().remove(runner);
	}

	@Override
	public void brokenBy(@Nullable Throwable cause) {
		this.monitor.brokenBy(cause);
	}

	@Override
	public void checkIdle() {
		this.monitor.idle().callIfIdle();
	}

	@Override
	public void terminated() {
		this.monitor.inspector().unwatch();
		end();
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options) {
		HostedFuture<T> future = new HostedFuture<>(task, options, this.host);
		execute(future);
		return future;
	}

	@Override
	protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
		return new HostedFuture<>(task, TaskOptions.of(), this.host);
	}

	@Override
	public synchronized void pause() {
		if (!isShutdown()) {
			this.monitor.queue().pause(true);
			checkIdle();
		}
	}

	@Override
	public void resume() {
		this.monitor.queue().pause(false);
		this.host.tasksWaiting();
	}

	@Override
	public synchronized void resize(ExecutorResize change) {
		ThreadPoolShape shape = shape().with(change.coreSize(change.maxSize()), QueueType.FIFO);
		this.monitor.queue().capacity(shape.queueCapacity());
		this.host.resize(shape.maxSize());
	}

	private ThreadPoolShape shape() {
		int size = this.host.size();
		return new ThreadPoolShape(size, size, Duration.ZERO, this.monitor.queue().capacity());
	}

	@Override
	public ExecutorSnapshot snapshot() {
		return this.monitor.views().snapshot(ThreadKind.PLATFORM, this.host.live(), shape(), isShutdown());
	}

	@Override
	public List<QueuedTask> queued() {
		List<Task> waiting = new ArrayList<>(notStarted());
		waiting.addAll(this.monitor.queue().tasks());
		return this.monitor.views().describe(waiting);
	}

	private List<Task> notStarted() {
		return held().filter((task) -> !task.hasStarted()).toList();
	}

	private Stream<Task> held() {
		return this.host.held().stream().map(Task.class::cast);
	}

	@Override
	public boolean cancel(long taskId) {
		// once more, since a task may move from the queue to the host in between
		return this.monitor.tasks().cancel(taskId) || held().filter((task) -> task.id() == taskId)
			.findFirst()
			.map((task) -> task.cancel(true))
			.orElse(false);
	}

	@Override
	public synchronized void shutdown() {
		stopAccepting();
		this.monitor.queue().close();
		this.monitor.queue().pause(false);
		this.host.shutDown();
		this.host.tasksWaiting();
	}

	@Override
	public void shutdown(boolean cancelPending) {
		shutdown();
		if (cancelPending) {
			this.monitor.queue().tasks().forEach((task) -> task.cancel(false));
			notStarted().forEach((task) -> task.cancel(false));
		}
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.monitor.stop();
		stopAccepting();
		this.monitor.queue().close();
		List<Runnable> waiting = new ArrayList<>();
		this.monitor.queue().drainTo(waiting);
		List<Task> tasks = new ArrayList<>(notStarted());
		waiting.forEach((task) -> tasks.add((Task) task));
		tasks.forEach((task) -> task.cancel(true));
		held().toList().forEach((task) -> task.cancel(true));
		this.host.shutDown();
		return tasks.stream().map(Task::command).toList();
	}

}
