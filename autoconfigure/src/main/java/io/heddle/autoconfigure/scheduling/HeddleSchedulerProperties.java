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
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * The shape of the configuration of schedulers, for its metadata. The values are bound by
 * {@link SchedulerPropertiesBinder}, which lets each entry inherit the defaults.
 */
@ConfigurationProperties("heddle")
public class HeddleSchedulerProperties {

	/**
	 * Named schedulers. The key is the name of the bean. The key 'taskScheduler' stands
	 * for that of Spring Boot.
	 */
	private final Map<String, SchedulerProperties> schedulers = new LinkedHashMap<>();

	private final Defaults defaults = new Defaults();

	public Map<String, SchedulerProperties> getSchedulers() {
		return this.schedulers;
	}

	public Defaults getDefaults() {
		return this.defaults;
	}

	/**
	 * What the entries of each kind inherit.
	 */
	public static class Defaults {

		/**
		 * What every named scheduler inherits.
		 */
		@NestedConfigurationProperty
		private final SchedulerProperties schedulers = new SchedulerProperties();

		public SchedulerProperties getSchedulers() {
			return this.schedulers;
		}

	}

}
