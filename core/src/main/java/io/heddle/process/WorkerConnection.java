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

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A worker JVM that has authenticated itself and is ready. Thread-safe but for reading
 * from the channel, which one thread at a time may do.
 */
interface WorkerConnection extends Closeable {

	long pid();

	Process process();

	FrameChannel channel();

	/**
	 * Return the last lines that the worker wrote to its output, oldest first.
	 * @return at most 50 lines
	 */
	List<String> lastOutput();

	/**
	 * Keep a line of output that came as a frame.
	 * @param line the line
	 */
	void remember(String line);

	/**
	 * Return the error file of the JVM if it has left one, moved to where it is kept.
	 * Call after the process has ended.
	 * @return the file, or {@code null}
	 */
	@Nullable Path errorFile();

	/**
	 * Return the names of the beans that the worker has.
	 * @return the names
	 */
	Set<String> beans();

	/**
	 * Return the descendants of the worker, for sampling and for killing. Thread-safe.
	 * @return the descendants
	 */
	Descendants descendants();

	/**
	 * Close the channel and forget the process, which is not killed. Idempotent.
	 */
	@Override
	void close();

}
