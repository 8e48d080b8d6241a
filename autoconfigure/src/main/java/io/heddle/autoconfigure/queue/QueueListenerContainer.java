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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

import org.springframework.beans.factory.BeanFactory;

import io.heddle.queue.NamedQueue;

/**
 * The threads of one listener method.
 */
class QueueListenerContainer {

	private final BeanFactory beanFactory;

	private final QueueListenerMethod method;

	private final ThreadFactory threadFactory;

	private final ListenerExceptions exceptions;

	private final List<ListenerThread> threads = new ArrayList<>();

	QueueListenerContainer(BeanFactory beanFactory, QueueListenerMethod method, ThreadFactory threadFactory,
			ListenerExceptions exceptions) {
		this.beanFactory = beanFactory;
		this.method = method;
		this.threadFactory = threadFactory;
		this.exceptions = exceptions;
	}

	/**
	 * Start the threads, or those that are missing if some have not ended since the last
	 * stop.
	 * @param ended what each of them runs at its end
	 * @return the number of threads that were started
	 */
	int start(Runnable ended) {
		NamedQueue<?> queue = this.beanFactory.getBean(this.method.queueName(), NamedQueue.class);
		QueueListenerMethod.Handler handler = this.method.handler(this.beanFactory);
		this.threads.removeIf((thread) -> !thread.resume());
		int missing = this.method.concurrency() - this.threads.size();
		for (int i = 0; i < missing; i++) {
			ListenerThread thread = new ListenerThread(queue, this.method, handler, this.exceptions, ended);
			this.threads.add(thread);
			this.threadFactory.newThread(thread).start();
		}
		return missing;
	}

	String queueName() {
		return this.method.queueName();
	}

	/**
	 * Return the threads that run now.
	 * @return the threads
	 */
	List<Thread> threads() {
		return this.threads.stream().map(ListenerThread::thread).filter(Objects::nonNull).toList();
	}

	void stop() {
		this.threads.forEach(ListenerThread::stop);
	}

	void cancel() {
		this.threads.forEach(ListenerThread::cancel);
	}

}
