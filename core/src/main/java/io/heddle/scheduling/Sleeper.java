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

package io.heddle.scheduling;

import java.time.Duration;

/**
 * Lets time pass for an {@link EventScheduler}, as {@code delayfunc} does in Python's
 * {@code sched}.
 */
@FunctionalInterface
public interface Sleeper {

	/**
	 * Wait. If this returns early, or the clock of the scheduler goes slower, the
	 * scheduler calls it again with what is left.
	 * @param duration how long, always more than zero
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 */
	void sleep(Duration duration) throws InterruptedException;

}
