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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Binds the named executors of an environment: each entry is bound over the defaults, an
 * unknown key is an error, and so is an invalid value.
 */
class ExecutorPropertiesBinder {

	static final ConfigurationPropertyName ENTRIES = ConfigurationPropertyName.of("heddle.executors");

	static final ConfigurationPropertyName DEFAULTS = ConfigurationPropertyName.of("heddle.defaults.executors");

	private final Binder binder;

	ExecutorPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/**
	 * Bind and validate all executors.
	 * @return the settings by name
	 * @throws InvalidExecutorPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, ExecutorSettings> bind() {
		StrictBindHandler handler = new StrictBindHandler(ENTRIES, this::defaults);
		Map<String, ExecutorProperties> bound = bind(handler, Bindable.mapOf(String.class, ExecutorProperties.class),
				new LinkedHashMap<>());
		Map<String, ExecutorSettings> settings = new LinkedHashMap<>();
		bound.keySet().retainAll(names(bound.keySet()));
		bound.forEach((name, properties) -> settings.put(name,
				new ExecutorEntryValidator(new ExecutorEntry(name, properties, handler.boundBelow(name))).validate()));
		return settings;
	}

	private ExecutorProperties defaults() {
		ExecutorProperties properties = new ExecutorProperties();
		return bind(new StrictBindHandler(DEFAULTS, ExecutorProperties::new), Bindable.ofInstance(properties),
				properties);
	}

	private <T> T bind(StrictBindHandler handler, Bindable<T> target, T absent) {
		try {
			return this.binder.bind(handler.root(), target, handler).orElse(absent);
		}
		catch (BindException ex) {
			if (ex.getCause() instanceof InvalidExecutorPropertyException invalid) {
				throw invalid;
			}
			if (ex.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
				throw unknown(handler, unbound);
			}
			throw ex;
		}
	}

	private InvalidExecutorPropertyException unknown(StrictBindHandler handler,
			UnboundConfigurationPropertiesException unbound) {
		ConfigurationProperty property = unbound.getUnboundProperties().iterator().next();
		ConfigurationPropertyName name = property.getName();
		ConfigurationPropertyName parent = name
			.chop(handler.root().getNumberOfElements() + (DEFAULTS.isAncestorOf(name) ? 0 : 1));
		List<String> known = handler.knownBelow(parent);
		String closest = ClosestName.of(name.subName(parent.getNumberOfElements()).toString(), known);
		String action = (closest != null) ? "Did you mean '" + parent + "." + closest + "'? "
				: "Remove it or replace it by a known one. ";
		return new InvalidExecutorPropertyException(name.toString(), property.getValue(), "there is no such property",
				action + "The properties below '" + parent + "' are: " + String.join(", ", known), unbound);
	}

	/**
	 * An environment variable spells a name in lower case and without hyphens, so one and
	 * the same entry may come twice; the spelling of the other sources counts.
	 */
	private List<String> names(Set<String> bound) {
		Map<String, String> names = new LinkedHashMap<>();
		for (String name : bound) {
			String uniform = name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ENGLISH);
			names.merge(uniform.isEmpty() ? name : uniform, name, (one, other) -> one.equals(uniform) ? other : one);
		}
		return new ArrayList<>(names.values());
	}

}
