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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.config.BeanDefinition;

/**
 * Registers one bean for each entry of a kind. The definitions tell by their source which
 * registrar made them.
 */
public abstract class NamedBeanRegistrar implements BeanRegistrar {

	/**
	 * Return the kind of the beans.
	 * @return the kind
	 */
	protected abstract NamedBeanKind<?> kind();

	/**
	 * Return the kind of the bean of an entry.
	 * @param definition the definition of any bean
	 * @return the kind, or {@code null} if it is not the bean of an entry
	 */
	public static @Nullable NamedBeanKind<?> kindOf(BeanDefinition definition) {
		return (definition.getSource() instanceof Class<?> type && NamedBeanRegistrar.class.isAssignableFrom(type))
				? ((NamedBeanRegistrar) BeanUtils.instantiateClass(type)).kind() : null;
	}

	/**
	 * Return the description of the bean of an entry.
	 * @param name the name of the entry
	 * @return what it is and where it is configured
	 */
	protected final String describe(String name) {
		return "Named " + kind().noun() + " configured below " + kind().key(name);
	}

	static @Nullable String place(BeanDefinition definition) {
		return (kindOf(definition) != null) ? "the configuration: " + definition.getDescription()
				: definition.getResourceDescription();
	}

}
