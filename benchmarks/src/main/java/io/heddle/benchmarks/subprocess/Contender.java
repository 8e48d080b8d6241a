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

package io.heddle.benchmarks.subprocess;

/**
 * Somebody who runs programs.
 */
interface Contender {

	/**
	 * Return its name in the figures.
	 */
	String label();

	/**
	 * Run a program that writes little, and wait for its end.
	 * @param command the program and its arguments
	 */
	void run(String... command) throws Exception;

	/**
	 * Run a program that writes much, and keep that.
	 * @param command the program and its arguments
	 * @return how many bytes it wrote
	 */
	int capture(String... command) throws Exception;

	/**
	 * Run a program many times at once, with its output captured, and wait for all.
	 * @param count how often
	 * @param started is called when all were started
	 * @param command the program and its arguments
	 */
	void runAtOnce(int count, Runnable started, String... command) throws Exception;

}
