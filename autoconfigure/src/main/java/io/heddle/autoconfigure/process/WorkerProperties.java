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

package io.heddle.autoconfigure.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The properties that the context of a worker has from the one of the application:
 * everything that can be listed, with its placeholders resolved, but what the JDK says of
 * this JVM. The variables of the environment stand apart, for they are matched loosely.
 */
class WorkerProperties {

	/** What the name of an environment variable is prefixed with on its way. **/
	static final String VARIABLE = "systemEnvironment/";

	private static final List<String> OF_THIS_JVM = List.of("java.", "sun.", "os.", "user.", "jdk.", "file.", "path.",
			"line.", "native.", "stdout.", "stderr.", "awt.", "ftp.", "http.", "socksNonProxyHosts", "heddle.worker.",
			"heddle.process.", "loader.", "PID", "LOGGED_APPLICATION_NAME", "APPLICATION_NAME", "CONSOLE_LOG_",
			"FILE_LOG_", "LOG_");

	private final ConfigurableEnvironment environment;

	WorkerProperties(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Collect the properties.
	 * @return names and texts
	 */
	Map<String, Object> collect() {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				collect(enumerable, properties);
			}
		}
		return properties;
	}

	private void collect(EnumerablePropertySource<?> source, Map<String, Object> properties) {
		boolean variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName());
		boolean system = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(source.getName());
		for (String name : source.getPropertyNames()) {
			if (variables) {
				properties.putIfAbsent(VARIABLE + name, Objects.toString(source.getProperty(name), ""));
			}
			else if (!properties.containsKey(name) && !(system && isOfThisJvm(name))) {
				String value = value(name);
				if (value != null) {
					properties.put(name, value);
				}
			}
		}
	}

	private boolean isOfThisJvm(String name) {
		return OF_THIS_JVM.stream().anyMatch(name::startsWith);
	}

	private @Nullable String value(String name) {
		try {
			return this.environment.getProperty(name);
		}
		catch (IllegalArgumentException ex) {
			// a placeholder that cannot be resolved here cannot be there either
			return null;
		}
	}

}
