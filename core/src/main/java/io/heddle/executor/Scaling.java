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

/**
 * What an executor does first when all its core threads are busy.
 */
public enum Scaling {

	/**
	 * Queue the task and add threads above the core size only once the queue is full, as
	 * {@link java.util.concurrent.ThreadPoolExecutor} does.
	 */
	QUEUE_FIRST,

	/**
	 * Add threads up to the maximum size and queue the task only then.
	 */
	THREADS_FIRST

}
