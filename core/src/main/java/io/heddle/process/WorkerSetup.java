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

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker JVM is told when it starts. Immutable.
 *
 * @param pool the name of the pool
 * @param depth how many process pools lie above the worker, its own included; 1 for a
 * worker of the application itself
 * @param sources the names of the classes of the worker's context
 * @param properties the properties of the context; values are plain ones (strings,
 * numbers, booleans)
 * @param profiles the active profiles of the context
 */
public record WorkerSetup(String pool, int depth, List<String> sources, Map<String, Object> properties,
		List<String> profiles) implements Serializable {

	public WorkerSetup {
		sources = List.copyOf(sources);
		// keeps the order, and null values
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
		profiles = List.copyOf(profiles);
	}

}
