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

package io.heddle.context;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of context variables on their way to another JVM and back: each goes by itself,
 * so that one which cannot travel keeps back no other. Stateless.
 */
final class PortableVariables {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagation.class);

	/** What names begin with among portable values. **/
	private static final String PREFIX = "var:";

	/** The same for what is {@code null}, which is no portable value. **/
	private static final String NULL_PREFIX = "null:";

	private PortableVariables() {
	}

	/**
	 * Add what can travel, values that came from another JVM included.
	 * @param values the values
	 * @param portable serializable values by name
	 */
	static void add(VariableValues values, Map<String, Object> portable) {
		VariableValues.travelled(values).forEach((name, value) -> add(name, value, portable));
		values.forEach((variable, value) -> add(variable, value, portable));
	}

	private static void add(ContextVar<?> variable, @Nullable Object value, Map<String, Object> portable) {
		String name = variable.fieldName();
		if (name == null) {
			logger.debug("The value of {} stays in this JVM: no static field of the class that made it holds it",
					variable);
			return;
		}
		// it may hide one that has travelled
		portable.remove(PREFIX + name);
		portable.remove(NULL_PREFIX + name);
		add(name, value, portable);
	}

	private static void add(String name, @Nullable Object value, Map<String, Object> portable) {
		if (value == null) {
			portable.put(NULL_PREFIX + name, "");
		}
		else if (value instanceof Serializable) {
			portable.put(PREFIX + name, value);
		}
		else {
			logger.debug("The value of {} stays in this JVM: {} is not serializable", name, value.getClass());
		}
	}

	/**
	 * Return the values of context variables among those that have travelled to this JVM.
	 * @param portable serializable values by name
	 * @return the values, or {@code null} if there are none
	 */
	static @Nullable VariableValues of(Map<String, Object> portable) {
		Map<String, @Nullable Object> travelled = new HashMap<>();
		portable.forEach((name, value) -> {
			if (name.startsWith(PREFIX)) {
				travelled.put(name.substring(PREFIX.length()), value);
			}
			else if (name.startsWith(NULL_PREFIX)) {
				travelled.put(name.substring(NULL_PREFIX.length()), null);
			}
		});
		return (!travelled.isEmpty()) ? VariableValues.of(travelled) : null;
	}

}
