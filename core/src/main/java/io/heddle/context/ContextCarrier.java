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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Carries the context of a submitter to the thread that runs the task, and leaves nothing
 * of it, and nothing that the task sets, behind on that thread.
 */
public interface ContextCarrier {

	/**
	 * Capture the context of the calling thread.
	 * @return the captured context, or {@code null} if there is nothing to carry
	 */
	@Nullable Object capture();

	/**
	 * Run a task within a captured context and restore the context of the calling thread
	 * afterwards, also when the task throws.
	 * @param captured what {@link #capture()} returned
	 * @param task the task to run
	 */
	void run(@Nullable Object captured, Runnable task);

	/**
	 * Open a session for the tasks of the calling thread.
	 * @return the new session; by default one that calls {@link #run} for each task
	 */
	default ContextSession openSession() {
		return new PlainContextSession(this);
	}

	/**
	 * Return what of a captured context can travel to another JVM.
	 * @param captured what {@link #capture()} returned
	 * @return serializable values by name; empty if there is nothing, which is the
	 * default
	 */
	default Map<String, Object> portable(@Nullable Object captured) {
		return Map.of();
	}

	/**
	 * Return the captured context that has travelled to this JVM. What this carrier does
	 * not know is left out.
	 * @param portable what {@link #portable} returned in another JVM
	 * @return what to {@linkplain #run run} a task with; {@code null} by default
	 */
	default @Nullable Object capturedOf(Map<String, Object> portable) {
		return null;
	}

}
