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

import java.beans.PropertyDescriptor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * The keys that an entry may have.
 */
final class NamedEntryKeys {

	private static final Pattern DASHED = Pattern.compile("-(\\w)");

	private final Class<?> properties;

	private final Set<String> keys = new TreeSet<>();

	private NamedEntryKeys(Class<?> properties) {
		this.properties = properties;
		collect("", properties);
	}

	/**
	 * Return all keys of a kind.
	 * @param kind the kind
	 * @return the keys, relative to an entry
	 */
	static Set<String> of(NamedBeanKind<?> kind) {
		return new NamedEntryKeys(kind.properties()).keys;
	}

	/**
	 * Return the path of the bean property of a key.
	 * @param key the key, relative to an entry
	 * @return the path
	 */
	static String path(String key) {
		return DASHED.matcher(key).replaceAll((match) -> match.group(1).toUpperCase(Locale.ENGLISH));
	}

	private void collect(String prefix, Class<?> type) {
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			String key = prefix + DataObjectPropertyName.toDashedForm(property.getName());
			if (property.getWriteMethod() != null) {
				this.keys.add(key);
			}
			else if (Map.class.isAssignableFrom(property.getPropertyType())) {
				collect(key + "[name].",
						ResolvableType.forMethodReturnType(property.getReadMethod()).getGeneric(1).toClass());
			}
			else if (isGroup(property.getPropertyType(), this.properties)) {
				collect(key + ".", property.getPropertyType());
			}
		}
	}

	/**
	 * Return the key that was probably meant by one whose name, within a map, has dots
	 * and no brackets.
	 * @param key the key
	 * @param known the keys that there are
	 * @return the key in brackets, or {@code null} if it is not such a one
	 */
	static @Nullable String inBrackets(String key, Set<String> known) {
		for (String candidate : known) {
			int bracket = candidate.indexOf("[name].");
			String map = (bracket > 0) ? candidate.substring(0, bracket) + "." : "";
			String end = candidate.substring(candidate.indexOf('.') + 1);
			if (bracket > 0 && key.startsWith(map) && key.endsWith("." + end)
					&& key.length() > map.length() + end.length() + 1) {
				return candidate.replace("[name]",
						"[" + key.substring(map.length(), key.length() - end.length() - 1) + "]");
			}
		}
		return null;
	}

	/**
	 * Return whether a type is a group of properties rather than a value.
	 * @param type the type of a property
	 * @param properties the class of the properties of an entry
	 * @return whether it is nested in that class or in one that it extends
	 */
	static boolean isGroup(Class<?> type, Class<?> properties) {
		Class<?> enclosing = type.getEnclosingClass();
		return enclosing != null && !type.isEnum() && enclosing.isAssignableFrom(properties);
	}

}
