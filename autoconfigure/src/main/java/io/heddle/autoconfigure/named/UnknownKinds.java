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

package io.heddle.autoconfigure.named;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Refuses keys that nobody reads because the name of their kind, or "defaults", is
 * misspelt. What is close to no kind is left alone: an application may keep properties of
 * its own there, or be written for a later version.
 */
class UnknownKinds {

	/** What only the context of a worker has. Its application has checked the rest. **/
	private static final String WORKER = "heddle.worker.pool";

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("heddle");

	private static final ConfigurationPropertyName DEFAULTS = ROOT.append("defaults");

	private static final List<String> KINDS = List.of("executors", "process-pools", "queues", "locks", "semaphores",
			"events", "barriers", "subprocesses", "schedulers");

	private static final List<String> KINDS_AND_DEFAULTS = Stream
		.concat(KINDS.stream(), Stream.of("deadlocks", "defaults"))
		.toList();

	private final Environment environment;

	UnknownKinds(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Check the keys of all sources but the variables of the environment.
	 * @throws InvalidPropertyException for the first key of a misspelt kind
	 */
	void check() {
		if (this.environment.containsProperty(WORKER)) {
			return;
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& !StrictBindHandler.isSystemEnvironment(source)) {
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> check(iterable, name));
			}
		}
	}

	private void check(IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
		boolean isDefault = DEFAULTS.isAncestorOf(name);
		ConfigurationPropertyName parent = isDefault ? DEFAULTS : ROOT;
		List<String> known = isDefault ? KINDS : KINDS_AND_DEFAULTS;
		String key = name.getElement(parent.getNumberOfElements(), Form.UNIFORM);
		if (known.stream().anyMatch((kind) -> kind.replace("-", "").equals(key))) {
			return;
		}
		String closest = ClosestName.of(name.getElement(parent.getNumberOfElements(), Form.DASHED), known);
		if (closest != null) {
			throw unknown(name, parent, closest, known, source.getConfigurationProperty(name));
		}
	}

	private InvalidPropertyException unknown(ConfigurationPropertyName name, ConfigurationPropertyName parent,
			String closest, List<String> known, @Nullable ConfigurationProperty property) {
		String key = parent + "." + name.getElement(parent.getNumberOfElements(), Form.ORIGINAL);
		String action = "Did you mean '" + parent + "." + closest + "'? ";
		Object value = (property != null) ? property.getValue() : null;
		InvalidPropertyException invalid = new InvalidPropertyException(null, name.toString(), value,
				"nobody reads what is below '" + key + "'",
				action + "What there is below '" + parent + "' is: " + String.join(", ", known));
		return (property != null) ? invalid.at(property, this.environment.resolvePlaceholders(String.valueOf(value)))
				: invalid;
	}

}
