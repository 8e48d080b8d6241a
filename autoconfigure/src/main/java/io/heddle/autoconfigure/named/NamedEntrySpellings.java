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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of the entries of a kind as the sources of the environment spell them.
 * Environment variables have no spelling of their own: they mean the entry of another
 * source if one fits.
 */
class NamedEntrySpellings {

	private final NamedBeanKind<?> kind;

	private final Pattern plainName;

	private final Map<ConfigurationPropertyName, String> spellings = new LinkedHashMap<>();

	/**
	 * Collect the names.
	 * @param kind the kind of the entries
	 * @param environment the environment
	 * @throws InvalidPropertyException if two names cannot be told apart
	 */
	NamedEntrySpellings(NamedBeanKind<?> kind, Environment environment) {
		this.kind = kind;
		this.plainName = Pattern.compile(Pattern.quote(kind.entries() + ".") + "([^.\\[]+)");
		if (environment instanceof ConfigurableEnvironment configurable) {
			configurable.getPropertySources().forEach(this::checkLetters);
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& !StrictBindHandler.isSystemEnvironment(source)) {
				iterable.stream().filter(this.kind.entries()::isAncestorOf).forEach(this::add);
			}
		}
	}

	/**
	 * Spring Boot silently drops other letters from a name that is not in brackets.
	 */
	private void checkLetters(PropertySource<?> source) {
		if (source instanceof EnumerablePropertySource<?> enumerable
				&& !(source instanceof SystemEnvironmentPropertySource)) {
			for (String key : enumerable.getPropertyNames()) {
				Matcher matcher = this.plainName.matcher(key);
				if (matcher.lookingAt() && !matcher.group(1).matches("[\\w-]*")) {
					throw new InvalidPropertyException(this.kind, key, source.getProperty(key),
							"the name '" + matcher.group(1)
									+ "' has characters other than letters from a to z, digits and hyphens",
							"Write it in brackets: '" + this.kind.key(matcher.group(1)) + "'.");
				}
			}
		}
	}

	private void add(ConfigurationPropertyName name) {
		ConfigurationPropertyName entry = name.chop(this.kind.entries().getNumberOfElements() + 1);
		String spelling = entry.getLastElement(Form.ORIGINAL);
		String other = this.spellings.putIfAbsent(entry, spelling);
		if (other != null && !other.equals(spelling)) {
			throw new InvalidPropertyException(this.kind, this.kind.key(spelling), spelling,
					"it cannot be told apart from the " + this.kind.noun() + " '" + other
							+ "', for only letters from a to z and digits count, and their case does not",
					"Spell the name of the " + this.kind.noun() + " the same way everywhere. If two are meant, give "
							+ "them names that differ in more, or write both names in brackets, as in '"
							+ this.kind.entries() + "[" + spelling + "]'.");
		}
	}

	/**
	 * Return whether an entry is that of an environment variable whose values belong to
	 * an entry of another spelling.
	 * @param name the name of the entry
	 * @return whether the other spelling stands for the entry
	 */
	boolean isOtherSpelling(String name) {
		if (this.spellings.containsValue(name)) {
			return false;
		}
		String spelling = this.spellings.get(ConfigurationPropertyName.adapt(this.kind.entries() + "." + name, '.'));
		return spelling != null;
	}

}
