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

package io.heddle.process;

import org.jspecify.annotations.Nullable;

/**
 * Opens the beans of a worker JVM. The pool names the class; the worker makes it by its
 * no-argument constructor, which need not be public.
 */
@FunctionalInterface
public interface WorkerBeansFactory {

	/**
	 * Open the beans.
	 * @param setup what the parent says of the worker
	 * @return the beans
	 */
	WorkerBeans open(WorkerSetup setup);

	/**
	 * Open the beans, and forward the log of the worker if it has a logging library that
	 * can.
	 * @param setup what the parent says of the worker
	 * @param sink takes the log, or {@code null} if it is not forwarded
	 * @return the beans
	 */
	default WorkerBeans open(WorkerSetup setup, @Nullable WorkerLogSink sink) {
		return open(setup);
	}

}
