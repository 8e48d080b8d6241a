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

package io.heddle.autoconfigure.scheduling;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedBeanKind;
import io.heddle.autoconfigure.named.NamedEntryBinder;

/**
 * Binds the named schedulers of an environment.
 */
class SchedulerPropertiesBinder {

	static final NamedBeanKind<SchedulerProperties> KIND = new NamedBeanKind<>("schedulers", "scheduler",
			NamedTaskScheduler.class, SchedulerProperties.class, SchedulerProperties::new);

	private final NamedEntryBinder<SchedulerProperties, SchedulerSettings> binder;

	SchedulerPropertiesBinder(Environment environment) {
		this.binder = new NamedEntryBinder<>(KIND, environment,
				(entry) -> new SchedulerEntryValidator(entry).validate());
	}

	/**
	 * Bind and validate all entries, also those of schedulers that are not Heddle's.
	 * @return the settings by name
	 * @throws InvalidPropertyException if a key is unknown or a value impossible
	 * @throws BindException if a value cannot be converted
	 */
	Map<String, SchedulerSettings> bind() {
		return this.binder.bind();
	}

	/**
	 * Bind and validate the entries that become beans.
	 * @return the settings by name
	 */
	Map<String, SchedulerSettings> bindOwn() {
		Map<String, SchedulerSettings> own = new LinkedHashMap<>(bind());
		own.values().removeIf(SchedulerSettings::external);
		return own;
	}

	/**
	 * Return the names of the entries that become beans.
	 * @return the names
	 */
	Set<String> names() {
		return new LinkedHashSet<>(bindOwn().keySet());
	}

	/**
	 * Bind and validate what a scheduler without an entry inherits.
	 * @return the settings of such a scheduler
	 */
	SchedulerSettings bindDefaults() {
		return this.binder.bindDefaults();
	}

}
