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
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.StringUtils;

/**
 * A kind of named beans: each entry below its key becomes a bean.
 *
 * @param <P> the type of the properties of an entry
 * @param element the last element of its key, such as {@code executors}
 * @param noun what one of them is called
 * @param beanType the type of its beans
 * @param properties the class of the properties
 * @param initial makes the properties that hold if nothing is set
 */
public record NamedBeanKind<P>(String element, String noun, Class<?> beanType, Class<P> properties,
		Supplier<P> initial) {

	/**
	 * Return the key below which the entries stand.
	 * @return the key
	 */
	public ConfigurationPropertyName entries() {
		return ConfigurationPropertyName.of("heddle." + this.element);
	}

	/**
	 * Return the key of what the entries inherit.
	 * @return the key
	 */
	public ConfigurationPropertyName defaults() {
		return ConfigurationPropertyName.of("heddle.defaults." + this.element);
	}

	/**
	 * Return the key of an entry, in brackets where the plain name would not do.
	 * @param name the name of the entry
	 * @return the key
	 */
	public String key(String name) {
		return name.matches("[A-Za-z0-9-]+") ? entries() + "." + name : entries() + "[" + name + "]";
	}

	/**
	 * Return whether its beans can be injected by plain type. Executors cannot, for then
	 * they would disturb those of Spring Boot and of the user.
	 * @return whether they are default candidates
	 */
	boolean isDefaultCandidate() {
		return !Executor.class.isAssignableFrom(this.beanType);
	}

	/**
	 * Return the keys that an entry may have.
	 * @return the keys, relative to an entry
	 */
	public Set<String> keys() {
		return NamedEntryKeys.of(this);
	}

	/**
	 * Return the noun for several.
	 * @return "executors", for example
	 */
	String plural() {
		return this.element.replace('-', ' ');
	}

	/**
	 * Return the noun with its article.
	 * @return "an executor", for example
	 */
	String withArticle() {
		return (("aeiou".indexOf(this.noun.charAt(0)) >= 0) ? "an " : "a ") + this.noun;
	}

	/**
	 * Return the noun as the end of the name of a bean.
	 * @return "ProcessPool", for example
	 */
	String suffix() {
		StringBuilder suffix = new StringBuilder();
		for (String word : this.noun.split(" ")) {
			suffix.append(StringUtils.capitalize(word));
		}
		return suffix.toString();
	}

}
