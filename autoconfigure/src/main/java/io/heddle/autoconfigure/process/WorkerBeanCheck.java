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

package io.heddle.autoconfigure.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.executor.TaskOptions;
import io.heddle.process.BeanMethod;
import io.heddle.process.ProcessPool;
import io.heddle.process.WorkerCrashedException;

/**
 * Asks a worker whether it has a bean. Only of a pool whose workers start with the
 * application, for it waits for the first of them.
 *
 * @param entry the configuration of the pool
 * @param type the class of the bean
 * @param place what the method is called in a message
 */
record WorkerBeanCheck(NamedEntry<ProcessPoolProperties> entry, Class<?> type, String place) {

	private static final Log logger = LogFactory.getLog(WorkerBeanCheck.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	void verify(ProcessPool pool, String beanName) {
		// finds the bean as any call does, and changes nothing
		BeanMethod method = new BeanMethod(beanName, this.type.getName(), "equals", List.of(Object.class.getName()));
		try {
			pool.submit(method, new Object[] { null }, TaskOptions.of().label("look for bean '" + beanName + "'"))
				.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			if (cause instanceof WorkerCrashedException || cause instanceof RejectedExecutionException
					|| cause instanceof TimeoutException) {
				unknown(beanName, cause);
				return;
			}
			throw new InvalidRunOnException(
					"@RunOn on " + this.place + " cannot work, because the workers of " + this.entry.describe()
							+ " cannot find the bean '" + beanName + "': " + cause.getMessage(),
					"Let the configuration classes in '" + this.entry.key("sources") + "' define the bean.");
		}
		catch (TimeoutException | RejectedExecutionException | CancellationException ex) {
			unknown(beanName, ex);
		}
	}

	/**
	 * That no worker comes up is told by others, and may pass.
	 */
	private void unknown(String beanName, Throwable ex) {
		logger.warn("Could not find out whether the workers of " + this.entry.describe() + " have the bean '" + beanName
				+ "' that @RunOn on " + this.place + " calls: " + ex.getMessage());
	}

}
