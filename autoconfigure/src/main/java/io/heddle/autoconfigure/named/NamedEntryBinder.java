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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.Environment;

/**
 * Binds the entries of a kind from an environment: each entry is bound over the defaults,
 * an unknown key is an error, and so is an invalid value. An empty value unsets a
 * property, also one that has a default.
 *
 * @param <P> the type of the properties
 * @param <S> what valid properties become
 */
public class NamedEntryBinder<P, S> {

	private final NamedBeanKind<P> kind;

	private final Environment environment;

	private final Function<NamedEntry<P>, S> validator;

	private final Binder binder;

	/**
	 * Create a binder.
	 * @param kind the kind of the entries
	 * @param environment the environment
	 * @param validator checks an entry and returns what becomes of it
	 */
	public NamedEntryBinder(NamedBeanKind<P> kind, Environment environment, Function<NamedEntry<P>, S> validator) {
		this.kind = kind;
		this.environment = environment;
		this.validator = validator;
		this.binder = Binder.get(environment);
	}

	/**
	 * Bind and validate all entries.
	 * @return what becomes of them, by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	public Map<String, S> bind() {
		NamedEntrySpellings names = new NamedEntrySpellings(this.kind, this.environment);
		P defaults = defaults();
		StrictBindHandler<P> handler = new StrictBindHandler<>(this.kind, this.kind.entries(), this.environment,
				this::defaults);
		Map<String, P> bound = bind(handler, Bindable.mapOf(String.class, this.kind.properties()),
				new LinkedHashMap<>());
		handler.entriesWithUnset().forEach((name) -> bound.computeIfAbsent(name, (key) -> defaults()));
		if (bound.isEmpty()) {
			validate(NamedEntry.ofDefaults(this.kind, defaults));
		}
		Map<String, S> settings = new LinkedHashMap<>();
		bound.forEach((name, properties) -> {
			if (!names.isOtherSpelling(name)) {
				handler.unset(name, properties);
				settings.put(name, validate(new NamedEntry<>(this.kind, name, properties, handler.boundBelow(name))));
			}
		});
		return settings;
	}

	/**
	 * Bind and validate what an entry would inherit.
	 * @return what would become of an entry without keys of its own
	 */
	public S bindDefaults() {
		return validate(NamedEntry.ofDefaults(this.kind, defaults()));
	}

	private S validate(NamedEntry<P> entry) {
		try {
			return this.validator.apply(entry);
		}
		catch (InvalidPropertyException ex) {
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

	private P defaults() {
		P properties = this.kind.initial().get();
		return bind(new StrictBindHandler<>(this.kind, this.kind.defaults(), this.environment, this.kind.initial()),
				Bindable.ofInstance(properties), properties);
	}

	private <T> T bind(StrictBindHandler<P> handler, Bindable<T> target, T absent) {
		try {
			return this.binder.bind(handler.root(), target, handler).orElse(absent);
		}
		catch (BindException ex) {
			if (ex.getCause() instanceof InvalidPropertyException invalid) {
				throw invalid;
			}
			if (ex.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
				throw unknown(handler.root(), unbound);
			}
			throw ex;
		}
	}

	/**
	 * The name of a property has lost what is neither letter nor digit, such as the
	 * dollar sign of a nested class.
	 */
	private static String asWritten(ConfigurationProperty property, ConfigurationPropertyName parent) {
		ConfigurationPropertyName name = property.getName();
		if (property.getOrigin() instanceof PropertySourceOrigin origin) {
			List<String> elements = List.of(origin.getPropertyName().split("\\."));
			if (elements.size() == name.getNumberOfElements()) {
				return String.join(".", elements.subList(parent.getNumberOfElements(), elements.size()));
			}
		}
		return IntStream.range(parent.getNumberOfElements(), name.getNumberOfElements())
			.mapToObj((element) -> name.getElement(element, ConfigurationPropertyName.Form.ORIGINAL))
			.collect(Collectors.joining("."));
	}

	private InvalidPropertyException unknown(ConfigurationPropertyName root,
			UnboundConfigurationPropertiesException unbound) {
		ConfigurationProperty property = unbound.getUnboundProperties().iterator().next();
		ConfigurationPropertyName name = property.getName();
		ConfigurationPropertyName parent = name
			.chop(root.getNumberOfElements() + (root.equals(this.kind.defaults()) ? 0 : 1));
		String prefix = root.equals(this.kind.defaults()) ? root.toString()
				: this.kind.key(parent.getLastElement(ConfigurationPropertyName.Form.ORIGINAL));
		String rest = name.subName(parent.getNumberOfElements()).toString();
		Set<String> known = NamedEntryKeys.of(this.kind);
		String closest = ClosestName.of(rest, known);
		String action = (closest != null) ? "Did you mean '" + prefix + "." + closest + "'? "
				: "Remove it or replace it by a known one. ";
		String bracketed = NamedEntryKeys.inBrackets(asWritten(property, parent), known);
		if (bracketed != null) {
			action = "A name with dots stands in brackets: '" + prefix + "." + bracketed + "'. ";
		}
		return new InvalidPropertyException(this.kind, prefix + "." + rest, property.getValue(),
				"there is no such property",
				action + "The properties below '" + prefix + "' are: " + String.join(", ", known), unbound)
			.at(property, text(property));
	}

}
