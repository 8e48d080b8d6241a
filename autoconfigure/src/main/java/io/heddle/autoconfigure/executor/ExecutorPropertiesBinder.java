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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Binds the named executors of an environment: each entry is bound over the defaults, an
 * unknown key is an error, and so is an invalid value. An empty value unsets a property,
 * also one that has a default.
 */
class ExecutorPropertiesBinder {

	static final ConfigurationPropertyName ENTRIES = ConfigurationPropertyName.of("heddle.executors");

	static final ConfigurationPropertyName DEFAULTS = ConfigurationPropertyName.of("heddle.defaults.executors");

	private final Environment environment;

	private final Binder binder;

	ExecutorPropertiesBinder(Environment environment) {
		this.environment = environment;
		this.binder = Binder.get(environment);
	}

	/**
	 * Return the key of an executor, in brackets where the plain name would not do.
	 * @param name the name of the executor
	 * @return the key
	 */
	static String key(String name) {
		return name.matches("[A-Za-z0-9-]+") ? ENTRIES + "." + name : ENTRIES + "[" + name + "]";
	}

	/**
	 * Bind and validate all executors.
	 * @return the settings by name
	 * @throws InvalidExecutorPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, ExecutorSettings> bind() {
		ExecutorNames names = new ExecutorNames(this.environment);
		ExecutorProperties defaults = defaults();
		StrictBindHandler handler = new StrictBindHandler(ENTRIES, this.environment, this::defaults);
		Map<String, ExecutorProperties> bound = bind(handler, Bindable.mapOf(String.class, ExecutorProperties.class),
				new LinkedHashMap<>());
		handler.entriesWithUnset().forEach((name) -> bound.computeIfAbsent(name, (key) -> defaults()));
		if (bound.isEmpty()) {
			validate(ExecutorEntry.ofDefaults(defaults));
		}
		Map<String, ExecutorSettings> settings = new LinkedHashMap<>();
		bound.forEach((name, properties) -> {
			if (!names.isOtherSpelling(name)) {
				handler.unset(name, properties);
				settings.put(name, validate(new ExecutorEntry(name, properties, handler.boundBelow(name))));
			}
		});
		return settings;
	}

	private ExecutorSettings validate(ExecutorEntry entry) {
		try {
			return new ExecutorEntryValidator(entry).validate();
		}
		catch (InvalidExecutorPropertyException ex) {
			ConfigurationProperty property = find(ex.getKey());
			throw (property != null) ? ex.at(property, text(property)) : ex;
		}
	}

	private @Nullable ConfigurationProperty find(String key) {
		ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	private String text(ConfigurationProperty property) {
		return this.environment.resolvePlaceholders(String.valueOf(property.getValue()));
	}

	private ExecutorProperties defaults() {
		ExecutorProperties properties = new ExecutorProperties();
		return bind(new StrictBindHandler(DEFAULTS, this.environment, ExecutorProperties::new),
				Bindable.ofInstance(properties), properties);
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
				throw unknown(handler.root(), unbound);
			}
			throw ex;
		}
	}

	private InvalidExecutorPropertyException unknown(ConfigurationPropertyName root,
			UnboundConfigurationPropertiesException unbound) {
		ConfigurationProperty property = unbound.getUnboundProperties().iterator().next();
		ConfigurationPropertyName name = property.getName();
		ConfigurationPropertyName parent = name.chop(root.getNumberOfElements() + (root.equals(DEFAULTS) ? 0 : 1));
		String prefix = root.equals(DEFAULTS) ? DEFAULTS.toString()
				: key(parent.getLastElement(ConfigurationPropertyName.Form.ORIGINAL));
		String rest = name.subName(parent.getNumberOfElements()).toString();
		Set<String> known = ExecutorKeys.ALL;
		String closest = ClosestName.of(rest, known);
		String action = (closest != null) ? "Did you mean '" + prefix + "." + closest + "'? "
				: "Remove it or replace it by a known one. ";
		return new InvalidExecutorPropertyException(prefix + "." + rest, property.getValue(),
				"there is no such property",
				action + "The properties below '" + prefix + "' are: " + String.join(", ", known), unbound)
			.at(property, text(property));
	}

}
