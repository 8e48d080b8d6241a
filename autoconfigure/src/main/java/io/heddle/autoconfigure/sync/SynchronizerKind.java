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

package io.heddle.autoconfigure.sync;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryBinder;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerListener;

/**
 * A kind of synchronizers: how its entries are checked, and what becomes of them.
 *
 * @param <P> the type of the properties of an entry
 * @param <S> the type of the beans
 */
abstract class SynchronizerKind<P, S extends Synchronizer> {

	private final NamedBeanKind<P> beans;

	private final Class<S> type;

	SynchronizerKind(String element, String noun, Class<S> type, Class<P> properties, Supplier<P> initial) {
		this.beans = new NamedBeanKind<>(element, noun, type, properties, initial);
		this.type = type;
	}

	NamedBeanKind<P> beans() {
		return this.beans;
	}

	Class<S> type() {
		return this.type;
	}

	/**
	 * Bind and validate all entries.
	 * @param environment the environment
	 * @return the properties by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, P> bind(Environment environment) {
		return new NamedEntryBinder<>(this.beans, environment, this::validate).bind();
	}

	private P validate(NamedEntry<P> entry) {
		return validator(entry).validate();
	}

	SynchronizerEntryValidator<P> validator(NamedEntry<P> entry) {
		return new SynchronizerEntryValidator<>(entry);
	}

	/**
	 * Make the synchronizer of an entry.
	 * @param name the name of the entry
	 * @param properties its valid properties
	 * @param listener is told what happens to it
	 * @return the synchronizer
	 */
	abstract S create(String name, P properties, SynchronizerListener listener);

	/**
	 * Return what cannot change while the synchronizer is in use.
	 * @param properties the properties
	 * @return the values by property
	 */
	abstract Map<String, @Nullable Object> settings(P properties);

	/**
	 * Return the same of a synchronizer.
	 * @param synchronizer the synchronizer
	 * @return the values by property
	 */
	abstract Map<String, @Nullable Object> settings(S synchronizer);

}
