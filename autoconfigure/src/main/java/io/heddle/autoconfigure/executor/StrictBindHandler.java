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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts each entry from an instance that holds the defaults, fails for unknown keys, and
 * remembers which keys exist and which were set.
 */
class StrictBindHandler extends NoUnboundElementsBindHandler {

	private final ConfigurationPropertyName root;

	private final Supplier<ExecutorProperties> defaults;

	private final Map<String, ConfigurationPropertyName> entries = new HashMap<>();

	private final List<ConfigurationPropertyName> known = new ArrayList<>();

	private final Set<ConfigurationPropertyName> bound = new HashSet<>();

	StrictBindHandler(ConfigurationPropertyName root, Supplier<ExecutorProperties> defaults) {
		super(BindHandler.DEFAULT, StrictBindHandler::isStrict);
		this.root = root;
		this.defaults = defaults;
	}

	/**
	 * Environment variables are not checked: their spelling is ambiguous.
	 */
	private static boolean isStrict(ConfigurationPropertySource source) {
		return !(source.getUnderlyingSource() instanceof PropertySource<?> propertySource
				&& StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(propertySource.getName()));
	}

	ConfigurationPropertyName root() {
		return this.root;
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		this.known.add(name);
		return super.onStart(name, isEntry(name, target) ? entry(name, target) : target, context);
	}

	private boolean isEntry(ConfigurationPropertyName name, Bindable<?> target) {
		return this.root.isParentOf(name) && target.getType().resolve() == ExecutorProperties.class;
	}

	@SuppressWarnings("unchecked")
	private <T> Bindable<T> entry(ConfigurationPropertyName name, Bindable<T> target) {
		this.entries.put(name.getLastElement(ConfigurationPropertyName.Form.ORIGINAL), name);
		return target.withExistingValue((T) this.defaults.get());
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		this.bound.add(name);
		return super.onSuccess(name, target, context, result);
	}

	/**
	 * An entry without any key, as in "mail:", has nothing to bind: it is the defaults.
	 */
	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (isEntry(name, target) && isEmpty(name, context)) {
			return onSuccess(name, target, context, this.defaults.get());
		}
		return super.onFailure(name, target, context, error);
	}

	private boolean isEmpty(ConfigurationPropertyName name, BindContext context) {
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return "".equals(property.getValue());
			}
		}
		return false;
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

	/**
	 * Return the existing keys, relative to an entry or to the defaults.
	 * @param parent the entry or the defaults
	 * @return the keys
	 */
	List<String> knownBelow(ConfigurationPropertyName parent) {
		return this.known.stream()
			.filter(parent::isAncestorOf)
			.map((name) -> name.subName(parent.getNumberOfElements()).toString())
			.distinct()
			.sorted()
			.toList();
	}

}
