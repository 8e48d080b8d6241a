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

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.core.task.VirtualThreadTaskExecutor;

/**
 * Makes threads that are numbered from 1. Platform threads inherit nothing from the
 * thread that starts them.
 */
class ListenerThreadFactory implements ThreadFactory {

	private final ThreadFactory unnamed;

	private final String prefix;

	private final AtomicInteger count = new AtomicInteger();

	ListenerThreadFactory(String prefix, boolean virtual) {
		this.unnamed = virtual ? new VirtualThreadTaskExecutor().getVirtualThreadFactory()
				: ListenerThreadFactory::platformThread;
		this.prefix = prefix;
	}

	private static Thread platformThread(Runnable task) {
		Thread thread = new Thread(null, task, "", 0, false);
		thread.setDaemon(false);
		thread.setPriority(Thread.NORM_PRIORITY);
		return thread;
	}

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = this.unnamed.newThread(task);
		thread.setName(this.prefix + this.count.incrementAndGet());
		return thread;
	}

}
