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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.ClosestName;

/**
 * Warns of keys that nobody reads because the name of a kind or "defaults" is misspelt.
 * All other keys below "heddle" may belong to someone else.
 */
class MisspeltKeys {

	private static final Log logger = LogFactory.getLog(MisspeltKeys.class);

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("heddle");

	private static final ConfigurationPropertyName DEFAULTS = ROOT.append("defaults");

	private final Environment environment;

	MisspeltKeys(Environment environment) {
		this.environment = environment;
	}

	void warn() {
		Set<String> warnings = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(ROOT::isAncestorOf).forEach((name) -> {
					String warning = warning(name);
					if (warning != null) {
						warnings.add(warning);
					}
				});
			}
		}
		warnings.forEach(logger::warn);
	}

	private @Nullable String warning(ConfigurationPropertyName name) {
		if (DEFAULTS.isAncestorOf(name)) {
			return warning(name, DEFAULTS, List.of("executors", "process-pools"));
		}
		return warning(name, ROOT, List.of("executors", "process-pools", "defaults"));
	}

	private @Nullable String warning(ConfigurationPropertyName name, ConfigurationPropertyName parent,
			List<String> known) {
		String key = name.getElement(parent.getNumberOfElements(), Form.ORIGINAL);
		String uniform = name.getElement(parent.getNumberOfElements(), Form.UNIFORM);
		String closest = ClosestName.of(uniform, known);
		if (closest == null || closest.replace("-", "").equals(uniform)) {
			return null;
		}
		return "The properties below '" + parent + "." + key + "' have no effect. Did you mean '" + parent + "."
				+ closest + "'?";
	}

}
