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

package io.heddle.context;

import org.jspecify.annotations.Nullable;

/**
 * Carries captured contexts to the tasks of one thread, one after another. It may leave a
 * context in place after its task, for the next one that comes with the same, until the
 * session is {@linkplain #clear() cleared}.
 * <p>
 * For one thread alone.
 */
public interface ContextSession {

	/**
	 * Run a task within exactly the captured context, whatever the task before has set.
	 * @param captured what {@link ContextCarrier#capture()} returned
	 * @param task the task to run
	 */
	void run(@Nullable Object captured, Runnable task);

	/**
	 * Put back what the thread had before the first task. To be called before the thread
	 * waits for the next task, and before it leaves. What fails is logged.
	 */
	void clear();

}
