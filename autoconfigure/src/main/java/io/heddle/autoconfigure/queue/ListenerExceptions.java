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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;

import io.heddle.executor.UncaughtTaskExceptionHandler;

/**
 * Hands the exceptions of listener methods to the handler bean, or else to the log.
 */
class ListenerExceptions {

	private static final Log logger = LogFactory.getLog(ListenerExceptions.class);

	private final ObjectProvider<UncaughtTaskExceptionHandler> handler;

	ListenerExceptions(ObjectProvider<UncaughtTaskExceptionHandler> handler) {
		this.handler = handler;
	}

	void handle(QueueListenerMethod method, Throwable exception) {
		try {
			this.handler.getIfAvailable(() -> this::log)
				.handle(Thread.currentThread(), method.queueName(), method.label(), exception);
		}
		catch (Throwable ex) {
			logger.error("The handler of the exceptions of listeners failed", ex);
			log(Thread.currentThread(), method.queueName(), method.label(), exception);
		}
	}

	private void log(Thread thread, String queue, String listener, Throwable exception) {
		logger.error("Listener '" + listener + "' of queue '" + queue + "' failed in thread '" + thread.getName() + "'",
				exception);
	}

}
