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

package io.heddle.subprocess;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what a process writes to one of its streams. Read into by one thread at a time.
 */
interface OutputTarget {

	/** How much is read at once: as much as a pipe holds. **/
	int BLOCK = 64 << 10;

	/**
	 * Return whether it takes more now. What it does not take stays in the pipe.
	 * @return whether there is room
	 */
	boolean hasRoom();

	/**
	 * Read once.
	 * @param source where to read, which has something
	 * @param available how much it has
	 * @return how many bytes were read
	 * @throws IOException if reading fails
	 */
	int readFrom(InputStream source, int available) throws IOException;

	/**
	 * Return whether more was written than is kept.
	 * @return whether something was dropped
	 */
	boolean isOverflown();

	/**
	 * Note that nothing comes any more.
	 */
	void end();

	/**
	 * Return what was kept until now.
	 * @return the output
	 */
	CapturedOutput captured();

}
