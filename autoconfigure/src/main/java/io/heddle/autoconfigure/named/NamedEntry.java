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

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * The properties of one entry as they were bound, the defaults included.
 *
 * @param <P> the type of the properties
 * @param kind the kind of the entry
 * @param name the name of the entry
 * @param properties the properties
 * @param explicit the keys, relative to the entry, that are set in the entry itself
 * rather than inherited
 */
public record NamedEntry<P>(NamedBeanKind<P> kind, String name, P properties, Set<String> explicit) {

	private static final String ANY = "*";

	public NamedEntry {
		explicit = Set.copyOf(explicit);
	}

	/**
	 * Return an entry that inherits everything.
	 * @param <P> the type of the properties
	 * @param kind the kind of the entry
	 * @param defaults the defaults
	 * @return the entry
	 */
	static <P> NamedEntry<P> ofDefaults(NamedBeanKind<P> kind, P defaults) {
		return new NamedEntry<>(kind, ANY, defaults, Set.of());
	}

	/**
	 * Return whether this is no entry but what one would inherit.
	 * @return whether this stands for every entry
	 */
	public boolean isDefaults() {
		return this.name.equals(ANY);
	}

	/**
	 * Return what this entry is called in a message.
	 * @return kind and name
	 */
	public String describe() {
		return isDefaults() ? "every " + this.kind.noun() : this.kind.noun() + " '" + this.name + "'";
	}

	/**
	 * Return whether a property is set in the entry itself.
	 * @param property the key relative to the entry
	 * @return whether it is set here rather than inherited
	 */
	public boolean sets(String property) {
		return this.explicit.contains(property);
	}

	/**
	 * Return the value of a property.
	 * @param property the key relative to the entry
	 * @return the value, or {@code null} if it has none
	 */
	public @Nullable Object value(String property) {
		return PropertyAccessorFactory.forBeanPropertyAccess(this.properties)
			.getPropertyValue(NamedEntryKeys.path(property));
	}

	/**
	 * Return the full key that a property came from.
	 * @param property the key relative to the entry
	 * @return the key below the entry or below the defaults
	 */
	public String origin(String property) {
		return sets(property) ? key(property) : this.kind.defaults() + "." + property;
	}

	/**
	 * Return the full key of a property of this entry.
	 * @param property the key relative to the entry
	 * @return the key
	 */
	public String key(String property) {
		return (isDefaults() ? this.kind.defaults().toString() : this.kind.key(this.name)) + "." + property;
	}

}
