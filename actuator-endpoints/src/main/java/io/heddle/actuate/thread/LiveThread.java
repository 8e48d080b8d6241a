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

package io.heddle.actuate.thread;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.RunningTask;

/**
 * A live thread and whose it is.
 *
 * @param id the identifier of the thread
 * @param name the name of the thread
 * @param thread the thread, or {@code null} for a virtual one of which nothing is known
 * but what it waits for or holds
 * @param kind the kind of its owner
 * @param owner the name of its owner
 * @param task what it runs, if that is a task of a named executor
 */
record LiveThread(long id, String name, @Nullable Thread thread, String kind, String owner,
		@Nullable RunningTask task) {

	boolean isAlive() {
		return this.thread == null || this.thread.isAlive();
	}

}
