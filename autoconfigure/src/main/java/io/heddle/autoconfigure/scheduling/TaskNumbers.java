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

package io.heddle.autoconfigure.scheduling;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the lowest free number for an identifier that several tasks have. Guarded by the
 * monitor of {@link SteeredTasks}.
 */
class TaskNumbers {

	/** All lower numbers are taken. **/
	private final Map<String, Integer> lowest = new HashMap<>();

	/**
	 * Return an identifier that no task has.
	 * @param id what the task wants to have
	 * @param taken whether a task has an identifier
	 * @return the identifier, with a number unless it is the first
	 */
	String next(String id, Predicate<String> taken) {
		if (!taken.test(id)) {
			return id;
		}
		int number = this.lowest.getOrDefault(id, 2);
		while (taken.test(id + "#" + number)) {
			number++;
		}
		this.lowest.put(id, number + 1);
		return id + "#" + number;
	}

	/**
	 * Let an identifier be taken again.
	 * @param id the identifier, with its number
	 */
	void free(String id) {
		int hash = id.lastIndexOf('#');
		String number = id.substring(hash + 1);
		if (hash > 0 && number.matches("[1-9]\\d{0,8}")) {
			this.lowest.computeIfPresent(id.substring(0, hash),
					(key, lowest) -> Math.min(lowest, Integer.parseInt(number)));
		}
	}

}
