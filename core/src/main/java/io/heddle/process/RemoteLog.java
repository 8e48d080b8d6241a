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

/**
 * Takes what workers log and write. Thread-safe.
 */
interface RemoteLog {

	/**
	 * Take a LOG or OUTPUT frame.
	 * @param pid the worker
	 * @param frame the frame
	 * @param lines where lines of output are kept too
	 */
	void accept(long pid, Frame frame, LastLines lines);

	/**
	 * Take a line that a worker's process wrote.
	 * @param pid the worker
	 * @param line the line
	 */
	void line(long pid, String line);

}
