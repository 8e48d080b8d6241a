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

package io.heddle.sync;

/**
 * Receives the exceptions of the actions of timers.
 */
@FunctionalInterface
public interface TimerExceptionHandler {

	/**
	 * Handle an exception that an action threw.
	 * @param thread the thread that ran the action
	 * @param timer the name of the timer
	 * @param action the label of the action: the name of its class
	 * @param exception what the action threw
	 */
	void handle(Thread thread, String timer, String action, Throwable exception);

}
