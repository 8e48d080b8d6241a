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

package io.heddle.autoconfigure.executor;

import java.util.Set;

/**
 * The properties of one executor as they were bound, the defaults included.
 *
 * @param name the name of the executor
 * @param properties the properties
 * @param explicit the keys, relative to the entry, that are set in the entry itself
 * rather than inherited
 */
record ExecutorEntry(String name, ExecutorProperties properties, Set<String> explicit) {

	private static final String ANY = "*";

	ExecutorEntry {
		explicit = Set.copyOf(explicit);
	}

	/**
	 * Return an entry that inherits everything.
	 * @param defaults the defaults
	 * @return the entry
	 */
	static ExecutorEntry ofDefaults(ExecutorProperties defaults) {
		return new ExecutorEntry(ANY, defaults, Set.of());
	}

	private boolean isDefaults() {
		return this.name.equals(ANY);
	}

	String describe() {
		return isDefaults() ? "every executor" : "executor '" + this.name + "'";
	}

	boolean sets(String property) {
		return this.explicit.contains(property);
	}

	/**
	 * Return the full key that a property came from.
	 * @param property the key relative to the entry
	 * @return the key below the entry or below the defaults
	 */
	String origin(String property) {
		return sets(property) ? key(property) : ExecutorPropertiesBinder.DEFAULTS + "." + property;
	}

	String key(String property) {
		return (isDefaults() ? ExecutorPropertiesBinder.DEFAULTS.toString() : ExecutorPropertiesBinder.key(this.name))
				+ "." + property;
	}

}
