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

package io.heddle.benchmarks.scheduling;

/**
 * What keeps timers.
 */
interface Timers extends AutoCloseable {

	/**
	 * Enter a timer.
	 * @param nanos how long until it is due
	 * @param action what to run then
	 * @return what to cancel it by
	 */
	Object enter(long nanos, Runnable action);

	/**
	 * Cancel a timer.
	 * @param timer what {@link #enter} returned
	 */
	void cancel(Object timer);

	/**
	 * Run the timers, if there is no thread that does.
	 */
	void run() throws InterruptedException;

	@Override
	void close();

}
