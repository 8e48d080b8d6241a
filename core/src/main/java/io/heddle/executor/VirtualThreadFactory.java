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

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes virtual threads that are numbered from 1. They inherit no thread-locals: what
 * they would inherit belongs to whichever task came before.
 */
final class VirtualThreadFactory implements ThreadFactory {

	private final ThreadFactory unnamed = unnamed();

	private final String prefix;

	private final AtomicLong count = new AtomicLong();

	VirtualThreadFactory(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Find the factory, which this code cannot name because it is compiled for Java 17.
	 */
	private static ThreadFactory unnamed() {
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Class<?> type = Class.forName("java.lang.Thread$Builder");
			builder = type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
			return (ThreadFactory) type.getMethod("factory").invoke(builder);
		}
		catch (ReflectiveOperationException ex) {
			throw new UnsupportedOperationException(
					"Virtual threads need Java 21 or later but this is Java " + Runtime.version().feature(), ex);
		}
	}

	@Override
	public Thread newThread(Runnable task) {
		Thread thread = this.unnamed.newThread(task);
		thread.setName(this.prefix + this.count.incrementAndGet());
		return thread;
	}

}
