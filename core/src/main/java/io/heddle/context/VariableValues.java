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
 * The values of a context at one moment. Never changes, and each change makes a new
 * object, so that the same object means that nothing has changed.
 * <p>
 * Values that came from another JVM are known by the field of their variable. They wait
 * for the variable to ask for them: to look for it would be to initialize classes that
 * the task may never use. A value that was set here comes before one that has travelled.
 */
final class VariableValues {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagation.class);

	/** What names begin with among portable values. **/
	private static final String PREFIX = "var:";

	/** The same for what is {@code null}, which is no portable value. **/
	private static final String NULL_PREFIX = "null:";

	private final VariableTrie own;

	private final Map<String, @Nullable Object> travelled;

	private VariableValues(VariableTrie own, Map<String, @Nullable Object> travelled) {
		this.own = own;
		this.travelled = travelled;
	}

	static VariableValues with(@Nullable VariableValues values, ContextVar<?> variable, @Nullable Object value) {
		return (values != null) ? new VariableValues(values.own.with(variable, value), values.travelled)
				: new VariableValues(VariableTrie.EMPTY.with(variable, value), Map.of());
	}

	static VariableValues without(@Nullable VariableValues values, ContextVar<?> variable) {
		return (values != null) ? new VariableValues(values.own.without(variable), values.travelled)
				: new VariableValues(VariableTrie.EMPTY, Map.of());
	}

	/**
	 * Find a value that was set in this JVM.
	 */
	static @Nullable Binding own(@Nullable VariableValues values, ContextVar<?> variable) {
		return (values != null) ? values.own.find(variable) : null;
	}

	boolean isEmpty() {
		return this.own.isEmpty() && this.travelled.isEmpty();
	}

	@Nullable Binding find(ContextVar<?> variable) {
		Binding binding = this.own.find(variable);
		return (binding != null || this.travelled.isEmpty()) ? binding : findTravelled(variable);
	}

	private @Nullable Binding findTravelled(ContextVar<?> variable) {
		String name = variable.fieldName();
		return (name != null && this.travelled.containsKey(name))
				? new Binding(variable, this.travelled.get(name), null) : null;
	}

	/**
	 * Add what can travel to another JVM, those that came from another one included.
	 * @param portable serializable values by name
	 */
	void addTo(Map<String, Object> portable) {
		this.travelled.forEach((name, value) -> add(portable, name, value));
		this.own.forEach((binding) -> add(portable, binding));
	}

	private static void add(Map<String, Object> portable, Binding binding) {
		String name = binding.variable().fieldName();
		if (name != null) {
			portable.remove(PREFIX + name);
			portable.remove(NULL_PREFIX + name);
			add(portable, name, binding.value());
		}
		else {
			logger.debug("The value of {} stays in this JVM: no static field of the class that made it holds it",
					binding.variable());
		}
	}

	private static void add(Map<String, Object> portable, String name, @Nullable Object value) {
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
	 * Return the values among those that have travelled to this JVM.
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
		return (!travelled.isEmpty()) ? new VariableValues(VariableTrie.EMPTY, travelled) : null;
	}

}
