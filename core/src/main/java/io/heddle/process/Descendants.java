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

import java.io.IOException;

/**
 * The process tree of a worker. Thread-safe.
 */
interface Descendants {

	/**
	 * Remember the descendants that the worker has now, so that they are found after its
	 * death.
	 */
	void sample();

	/**
	 * Kill the worker, then whatever it has started, until none is left. Does not wait
	 * for the worker to be reaped.
	 */
	void kill();

	/**
	 * Have the worker and its descendants killed should this JVM die, even if the worker
	 * does not notice.
	 * @return the watch, to be closed when the worker has ended
	 * @throws IOException if nobody can be started who does that
	 */
	OrphanWatch watch() throws IOException;

}
