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

package io.heddle.autoconfigure.executor;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

import io.heddle.autoconfigure.named.CompositeExecutorListener;
import io.heddle.autoconfigure.named.ExecutorLifecycle;
import io.heddle.executor.ExecutorResize;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.NamedExecutorBuilder;
import io.heddle.executor.QueueType;
import io.heddle.executor.ThreadKind;

/**
 * The bean of a named executor. It is a Spring executor on the outside, so that Spring's
 * customizers, decorators, phases and metrics apply, and a {@link NamedExecutor} that
 * does the work on the inside.
 */
@SuppressWarnings("serial")
class NamedThreadPoolTaskExecutor extends DelegatingTaskExecutor {

	private final ExecutorCollaborators collaborators;

	private volatile ExecutorSettings settings;

	private Duration keepAlive;

	private boolean allowCoreThreadTimeOut = true;

	private boolean prestartAllCoreThreads;

	private @Nullable TaskDecorator taskDecorator;

	private @Nullable RejectedExecutionHandler customRejectedExecutionHandler;

	private @Nullable ThreadFactory customThreadFactory;

	private boolean lateShutdownWanted;

	private boolean waitForTasks;

	private long awaitTerminationMillis;

	private @Nullable ApplicationContext context;

	private volatile @Nullable NamedExecutor delegate;

	private volatile @Nullable ExecutorLifecycle lifecycle;

	private volatile boolean lateShutdown;

	NamedThreadPoolTaskExecutor(ExecutorSettings settings, ExecutorCollaborators collaborators) {
		this.settings = settings;
		this.collaborators = collaborators;
		this.keepAlive = settings.keepAlive();
		setDaemon(settings.daemon());
		setThreadPriority(settings.priority());
	}

	@Override
	protected ExecutorService initializeExecutor(ThreadFactory threadFactory,
			RejectedExecutionHandler rejectedExecutionHandler) {
		NamedExecutor executor = builder(threadFactory).build();
		this.lifecycle = new ExecutorLifecycle(executor);
		this.delegate = executor;
		if (executor instanceof ThreadPoolExecutor threadPool) {
			if (!this.allowCoreThreadTimeOut) {
				threadPool.allowCoreThreadTimeOut(false);
			}
			if (this.prestartAllCoreThreads) {
				threadPool.prestartAllCoreThreads();
			}
		}
		return executor;
	}

	private NamedExecutorBuilder builder(ThreadFactory threadFactory) {
		int capacity = super.getQueueCapacity();
		TaskDecorator decorator = this.taskDecorator;
		NamedExecutorBuilder builder = NamedExecutor.builder(this.settings.name())
			.threads(this.settings.threads())
			.coreSize(super.getCorePoolSize())
			.maxSize(super.getMaxPoolSize())
			.keepAlive(this.keepAlive)
			.scaling(this.settings.scaling())
			.queueType((capacity > 0) ? this.settings.queueType() : QueueType.HANDOFF)
			.rejection(this.settings.rejection())
			.rejectionTimeout(this.settings.rejectionTimeout())
			.rejectedExecutionHandler(this.customRejectedExecutionHandler)
			.limits(this.settings.limits())
			.threadFactory((this.settings.threads() == ThreadKind.VIRTUAL) ? this.customThreadFactory : threadFactory)
			.threadNamePrefix(getThreadNamePrefix())
			.initializer(this.collaborators.initializer())
			.decorator((decorator != null) ? decorator::decorate : null)
			.contextCarrier(this.collaborators.contextCarrier())
			.listener(new CompositeExecutorListener(this, this.collaborators.listeners()))
			.watchdog(this.collaborators.watchdog())
			.trackCallers(this.settings.trackCallers());
		if (capacity > 0) {
			builder.queueCapacity(capacity);
		}
		if (this.collaborators.uncaughtExceptionHandler() != null) {
			builder.uncaughtExceptionHandler(this.collaborators.uncaughtExceptionHandler());
		}
		return builder;
	}

	@Override
	public NamedExecutor delegate() {
		NamedExecutor executor = this.delegate;
		Assert.state(executor != null, () -> "Executor '" + name() + "' is not initialized");
		return executor;
	}

	@Override
	public String name() {
		return this.settings.name();
	}

	ExecutorSettings settings() {
		return this.settings;
	}

	void settings(ExecutorSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return the thread pool, which an executor of virtual threads has not.
	 */
	@Override
	public ThreadPoolExecutor getThreadPoolExecutor() throws IllegalStateException {
		NamedExecutor executor = delegate();
		Assert.state(executor instanceof ThreadPoolExecutor,
				() -> "Executor '" + name() + "' runs on virtual threads and has no thread pool");
		return (ThreadPoolExecutor) executor;
	}

	@Override
	public int getPoolSize() {
		return (this.delegate != null) ? snapshot().poolSize() : super.getPoolSize();
	}

	@Override
	public int getActiveCount() {
		return (this.delegate != null) ? snapshot().active() : 0;
	}

	@Override
	public int getQueueSize() {
		return (this.delegate != null) ? snapshot().queue().size() : 0;
	}

	@Override
	public int getCorePoolSize() {
		return (this.delegate != null) ? snapshot().corePoolSize() : super.getCorePoolSize();
	}

	@Override
	public void setCorePoolSize(int corePoolSize) {
		resizeLive(ExecutorResize.of().coreSize(corePoolSize));
		super.setCorePoolSize(corePoolSize);
	}

	@Override
	public int getMaxPoolSize() {
		return (this.delegate != null) ? snapshot().maxPoolSize() : super.getMaxPoolSize();
	}

	@Override
	public void setMaxPoolSize(int maxPoolSize) {
		resizeLive(ExecutorResize.of().maxSize(maxPoolSize));
		super.setMaxPoolSize(maxPoolSize);
	}

	@Override
	public int getKeepAliveSeconds() {
		Duration current = (this.delegate != null) ? snapshot().keepAlive() : this.keepAlive;
		return Math.toIntExact(Math.min(current.toSeconds(), Integer.MAX_VALUE));
	}

	@Override
	public void setKeepAliveSeconds(int keepAliveSeconds) {
		Duration keepAlive = Duration.ofSeconds(keepAliveSeconds);
		resizeLive(ExecutorResize.of().keepAlive(keepAlive));
		super.setKeepAliveSeconds(keepAliveSeconds);
		this.keepAlive = keepAlive;
	}

	@Override
	public int getQueueCapacity() {
		if (this.delegate == null) {
			return super.getQueueCapacity();
		}
		Integer capacity = snapshot().queue().capacity();
		return (capacity != null) ? capacity : Integer.MAX_VALUE;
	}

	@Override
	public void setQueueCapacity(int queueCapacity) {
		resizeLive(ExecutorResize.of().queueCapacity(queueCapacity));
		super.setQueueCapacity(queueCapacity);
	}

	/**
	 * Resize before the value is remembered: a value that is refused leaves no trace.
	 */
	private void resizeLive(ExecutorResize change) {
		if (this.delegate != null) {
			resize(change);
		}
	}

	@Override
	public void setAllowCoreThreadTimeOut(boolean allowCoreThreadTimeOut) {
		super.setAllowCoreThreadTimeOut(allowCoreThreadTimeOut);
		this.allowCoreThreadTimeOut = allowCoreThreadTimeOut;
	}

	@Override
	public void setPrestartAllCoreThreads(boolean prestartAllCoreThreads) {
		super.setPrestartAllCoreThreads(prestartAllCoreThreads);
		this.prestartAllCoreThreads = prestartAllCoreThreads;
	}

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		super.setTaskDecorator(taskDecorator);
		this.taskDecorator = taskDecorator;
	}

	@Override
	public void setThreadFactory(@Nullable ThreadFactory threadFactory) {
		super.setThreadFactory(threadFactory);
		this.customThreadFactory = threadFactory;
	}

	@Override
	public void setRejectedExecutionHandler(@Nullable RejectedExecutionHandler rejectedExecutionHandler) {
		super.setRejectedExecutionHandler(rejectedExecutionHandler);
		this.customRejectedExecutionHandler = rejectedExecutionHandler;
	}

	@Override
	public void setAcceptTasksAfterContextClose(boolean acceptTasksAfterContextClose) {
		super.setAcceptTasksAfterContextClose(acceptTasksAfterContextClose);
		this.lateShutdownWanted = acceptTasksAfterContextClose;
	}

	@Override
	public void setWaitForTasksToCompleteOnShutdown(boolean waitForTasks) {
		super.setWaitForTasksToCompleteOnShutdown(waitForTasks);
		this.waitForTasks = waitForTasks;
	}

	@Override
	public void setAwaitTerminationSeconds(int awaitTerminationSeconds) {
		setAwaitTerminationMillis(awaitTerminationSeconds * 1000L);
	}

	@Override
	public void setAwaitTerminationMillis(long awaitTerminationMillis) {
		super.setAwaitTerminationMillis(awaitTerminationMillis);
		this.awaitTerminationMillis = awaitTerminationMillis;
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		super.setApplicationContext(applicationContext);
		this.context = applicationContext;
	}

	@Override
	public void pause() {
		lifecycle().hold();
	}

	@Override
	public void resume() {
		lifecycle().release();
	}

	@Override
	public void start() {
		lifecycle().start();
	}

	@Override
	public void stop() {
		if (!this.lateShutdown) {
			lifecycle().stop();
		}
	}

	@Override
	public void stop(Runnable callback) {
		if (this.lateShutdown) {
			callback.run();
		}
		else {
			lifecycle().stop(callback);
		}
	}

	@Override
	public boolean isRunning() {
		ExecutorLifecycle lifecycle = this.lifecycle;
		return lifecycle != null && lifecycle.isRunning();
	}

	private ExecutorLifecycle lifecycle() {
		ExecutorLifecycle lifecycle = this.lifecycle;
		Assert.state(lifecycle != null, () -> "Executor '" + name() + "' is not initialized");
		return lifecycle;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		super.onApplicationEvent(event);
		if (event.getApplicationContext() == this.context) {
			if (this.lateShutdownWanted || this.waitForTasks) {
				this.lateShutdown = true;
			}
			else if (this.lifecycle != null) {
				lifecycle().close();
			}
		}
	}

	/**
	 * Stop accepting tasks, let them finish as configured, and cancel those that have not
	 * finished within the configured time.
	 */
	@Override
	public void destroy() {
		shutdownAsConfigured();
		NamedExecutor executor = this.delegate;
		if (executor != null && this.awaitTerminationMillis > 0 && !executor.isTerminated()) {
			executor.shutdownNow();
		}
	}

}
