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

import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * How a worker JVM reaches the application's classes. Implementations are thread-safe.
 */
public interface WorkerCommand {

	/**
	 * Return the command of a JVM that has the class path of this one.
	 * @return the command
	 */
	static WorkerCommand ofClassPath() {
		return () -> Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
			.filter((entry) -> !entry.isEmpty())
			.map((entry) -> new File(entry).getAbsolutePath())
			.toList();
	}

	/**
	 * Return the entries of the class path. Called before each start.
	 * @return files and folders
	 */
	List<String> classPath();

	/**
	 * Return what stands before the name of the main class: options and perhaps a
	 * launcher, which then gets the name as its argument.
	 * @return the words, none by default
	 */
	default List<String> mainPrefix() {
		return List.of();
	}

}
