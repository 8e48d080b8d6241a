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

import java.util.List;

/**
 * A class like one that a user writes tasks in. No class-data archive holds it, so that
 * to load it and to link its lambdas is for a JVM as the user's first class will be.
 */
final class RehearsedTasks {

	// each makes a class of its own, the first ones slowly
	private static final List<ProcessFunction<Integer, Integer>> TASKS = List.of((value) -> value + 1,
			(value) -> value + 2, (value) -> value + 3, (value) -> value + 4, (value) -> value + 5,
			(value) -> value + 6, (value) -> value + 7, (value) -> value + 8, (value) -> value + 9,
			(value) -> value + 10);

	private RehearsedTasks() {
	}

	/**
	 * Load the class, of which only the first call is one.
	 */
	static void load() {
		TASKS.get(0).apply(1);
	}

}
