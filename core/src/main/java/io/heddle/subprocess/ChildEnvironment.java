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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of a process that this JVM starts.
 *
 * @param inherit which of this JVM's own it sees
 * @param allow those it may see of an allow-list
 * @param set further ones, which win
 */
public record ChildEnvironment(EnvironmentInheritance inherit, List<String> allow, Map<String, String> set) {

	/**
	 * Create an environment.
	 * @param inherit which of this JVM's own variables the process sees
	 * @param allow those it may see of an allow-list
	 * @param set further ones, which win
	 */
	public ChildEnvironment {
		allow = List.copyOf(allow);
		set = Map.copyOf(set);
	}

	/**
	 * Return the variables.
	 * @param own those of this JVM
	 * @return names and values, in a new map
	 */
	public Map<String, String> of(Map<String, String> own) {
		Map<String, String> environment = new HashMap<>(own);
		apply(environment);
		return environment;
	}

	/**
	 * Make these the variables of a process that is to be started.
	 * @param builder starts it
	 */
	void applyTo(ProcessBuilder builder) {
		// a builder that is not asked for its variables need not copy them
		if (this.inherit != EnvironmentInheritance.ALL || !this.set.isEmpty()) {
			apply(builder.environment());
		}
	}

	private void apply(Map<String, String> environment) {
		switch (this.inherit) {
			case NONE -> environment.clear();
			case ALLOW_LIST -> environment.keySet().retainAll(this.allow);
			case ALL -> {
				// as they are
			}
		}
		environment.putAll(this.set);
	}

}
