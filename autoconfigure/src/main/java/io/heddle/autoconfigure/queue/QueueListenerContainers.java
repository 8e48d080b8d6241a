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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;

import io.heddle.autoconfigure.named.ThreadOwner;

/**
 * Starts and stops all listeners with their context: before whatever may put items, the
 * web server included, and after it.
 */
class QueueListenerContainers implements SmartInitializingSingleton, SmartLifecycle, DisposableBean, ThreadOwner {

	private static final int PHASE = DEFAULT_PHASE - 4096;

	private final ConfigurableListableBeanFactory beanFactory;

	private final boolean virtualThreads;

	private final ListenerExceptions exceptions;

	private final List<QueueListenerContainer> containers = new ArrayList<>();

	private int threads;

	/** A listener that stops all, itself among them, does not wait for itself. **/
	private int notAwaited;

	private boolean running;

	private @Nullable Runnable onceStopped;

	QueueListenerContainers(ConfigurableListableBeanFactory beanFactory, boolean virtualThreads,
			ListenerExceptions exceptions) {
		this.beanFactory = beanFactory;
		this.virtualThreads = virtualThreads;
		this.exceptions = exceptions;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, ThreadFactory> factories = new HashMap<>();
		for (QueueListenerMethod method : new QueueListenerMethods(this.beanFactory).find()) {
			ThreadFactory factory = factories.computeIfAbsent(method.queueName(), this::threadFactory);
			this.containers.add(new QueueListenerContainer(this.beanFactory, method, factory, this.exceptions));
		}
	}

	private ThreadFactory threadFactory(String queueName) {
		return new ListenerThreadFactory(queueName + "-listener-", this.virtualThreads);
	}

	@Override
	public synchronized void start() {
		this.running = true;
		for (QueueListenerContainer container : this.containers) {
			this.threads += container.start(this::ended);
		}
	}

	private void ended() {
		Runnable callback;
		synchronized (this) {
			this.threads--;
			callback = takeCallback();
		}
		callback.run();
	}

	private Runnable takeCallback() {
		Runnable callback = this.onceStopped;
		if (callback == null || this.threads > this.notAwaited) {
			return () -> {
			};
		}
		this.onceStopped = null;
		return callback;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		Runnable now;
		synchronized (this) {
			this.running = false;
			this.onceStopped = callback;
			this.notAwaited = isListener(Thread.currentThread()) ? 1 : 0;
			this.containers.forEach(QueueListenerContainer::stop);
			now = takeCallback();
		}
		now.run();
	}

	private boolean isListener(Thread thread) {
		return this.containers.stream().anyMatch((container) -> container.threads().contains(thread));
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

	@Override
	public String kind() {
		return QueuePropertiesBinder.KIND.element();
	}

	@Override
	public synchronized Map<String, List<Thread>> threads() {
		Map<String, List<Thread>> threads = new HashMap<>();
		for (QueueListenerContainer container : this.containers) {
			threads.computeIfAbsent(container.queueName(), (name) -> new ArrayList<>()).addAll(container.threads());
		}
		return threads;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/**
	 * Interrupt the listeners that have not ended in the time that the lifecycle gave
	 * them.
	 */
	@Override
	public synchronized void destroy() {
		this.containers.forEach(QueueListenerContainer::cancel);
	}

}
