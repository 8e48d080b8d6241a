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

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Starts each entry from an instance that holds the defaults, fails for unknown keys, and
 * remembers which keys were set and which have an empty value.
 */
class StrictBindHandler<P> extends NoUnboundElementsBindHandler {

	private final ConfigurationPropertyName root;

	private final NamedBeanKind<P> kind;

	private final PlaceholdersResolver placeholders;

	private final Supplier<P> defaults;

	private final Map<String, ConfigurationPropertyName> entries = new LinkedHashMap<>();

	private final Set<ConfigurationPropertyName> unset = new HashSet<>();

	private final Set<ConfigurationPropertyName> bound = new HashSet<>();

	StrictBindHandler(NamedBeanKind<P> kind, ConfigurationPropertyName root, Environment environment,
			Supplier<P> defaults) {
		super(BindHandler.DEFAULT, StrictBindHandler::isStrict);
		this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
		this.kind = kind;
		this.root = root;
		this.defaults = defaults;
	}

	/**
	 * Environment variables are not checked: their spelling is ambiguous.
	 */
	private static boolean isStrict(ConfigurationPropertySource source) {
		return !isSystemEnvironment(source);
	}

	static boolean isSystemEnvironment(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof PropertySource<?> propertySource
				&& (propertySource instanceof SystemEnvironmentPropertySource
						|| StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME
							.equals(propertySource.getName()));
	}

	ConfigurationPropertyName root() {
		return this.root;
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		return super.onStart(name, isEntry(name, target) ? entry(name, target) : target, context);
	}

	private boolean isValue(Bindable<?> target) {
		Class<?> type = target.getType().resolve();
		return type != null && (ClassUtils.isSimpleValueType(type) || type == Duration.class || type == DataSize.class);
	}

	/**
	 * Groups have no setters, so that only their present instance can be the result.
	 */
	private boolean isGroup(Bindable<?> target) {
		Class<?> type = target.getType().resolve();
		return type != null && NamedEntryKeys.isGroup(type, this.kind.properties());
	}

	private boolean isEntry(ConfigurationPropertyName name, Bindable<?> target) {
		return this.root.isParentOf(name) && target.getType().resolve() == this.kind.properties();
	}

	@SuppressWarnings("unchecked")
	private <T> Bindable<T> entry(ConfigurationPropertyName name, Bindable<T> target) {
		this.entries.put(name.getLastElement(ConfigurationPropertyName.Form.ORIGINAL), name);
		return target.withExistingValue((T) this.defaults.get());
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		if ("".equals(result) && !name.isLastElementIndexed()) {
			return null;
		}
		this.bound.add(name);
		Object bound = super.onSuccess(name, target, context, result);
		return (isGroup(target) && target.getValue() != null) ? target.getValue().get() : bound;
	}

	/**
	 * An empty value, for only such a one is there without a result, unsets the property.
	 */
	@Override
	public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			@Nullable Object result) throws Exception {
		if (result == null && isValue(target) && property(name, context) != null) {
			super.onSuccess(name, target, context, "");
			this.unset.add(name);
		}
		super.onFinish(name, target, context, result);
	}

	/**
	 * What has no key, as in "mail:" or "queue: {}", has nothing to bind.
	 */
	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (isEntry(name, target) && isEmpty(name, context)) {
			return onSuccess(name, target, context, this.defaults.get());
		}
		if (isEmpty(name, context)) {
			super.onSuccess(name, target, context, "");
			if (isValue(target)) {
				this.unset.add(name);
			}
			return (isValue(target) || target.getValue() == null) ? null : target.getValue().get();
		}
		return super.onFailure(name, target, context, error);
	}

	private boolean isEmpty(ConfigurationPropertyName name, BindContext context) {
		ConfigurationProperty property = property(name, context);
		return property != null && "".equals(this.placeholders.resolvePlaceholders(property.getValue()));
	}

	private @Nullable ConfigurationProperty property(ConfigurationPropertyName name, BindContext context) {
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	/**
	 * Return the names of the entries with an empty value; there may be no other values.
	 * @return the names
	 */
	Set<String> entriesWithUnset() {
		Set<String> names = new LinkedHashSet<>();
		this.entries.forEach((entry, prefix) -> {
			if (this.unset.stream().anyMatch(prefix::isAncestorOf)) {
				names.add(entry);
			}
		});
		return names;
	}

	/**
	 * Set what has an empty value back to what holds if nothing is set, whatever it has
	 * inherited.
	 * @param entry the name of the entry
	 * @param properties its properties
	 */
	void unset(String entry, P properties) {
		ConfigurationPropertyName prefix = this.entries.get(entry);
		BeanWrapper initial = new BeanWrapperImpl(this.kind.initial().get());
		BeanWrapper target = new BeanWrapperImpl(properties);
		for (ConfigurationPropertyName name : this.unset) {
			if (prefix != null && prefix.isAncestorOf(name)) {
				String property = NamedEntryKeys.path(name.subName(prefix.getNumberOfElements()).toString());
				// what stands in a map inherits nothing, so it is unset as it is
				if (property.indexOf('[') < 0 && !isMap(target, property)) {
					target.setPropertyValue(property, initial.getPropertyValue(property));
				}
			}
		}
	}

	private static boolean isMap(BeanWrapper target, String property) {
		int dot = property.indexOf('.');
		Class<?> type = target.getPropertyType((dot > 0) ? property.substring(0, dot) : property);
		return type != null && Map.class.isAssignableFrom(type);
	}

	/**
	 * Return the keys, relative to an entry, that are set in the entry.
	 * @param entry the name of the entry
	 * @return the keys
	 */
	Set<String> boundBelow(String entry) {
		ConfigurationPropertyName prefix = this.entries.get(entry);
		Set<String> keys = new HashSet<>();
		for (ConfigurationPropertyName name : this.bound) {
			if (prefix != null && prefix.isAncestorOf(name)) {
				keys.add(name.subName(prefix.getNumberOfElements()).toString());
			}
		}
		return keys;
	}

}
