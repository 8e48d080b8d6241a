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

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * The shape of the configuration of synchronizers, for its metadata. The values are bound
 * by {@link SynchronizerKind}, which lets each entry inherit the defaults.
 */
@ConfigurationProperties("heddle")
public class HeddleSyncProperties {

	/**
	 * Named locks. The key is the name of the bean.
	 */
	private final Map<String, LockProperties> locks = new LinkedHashMap<>();

	/**
	 * Named semaphores. The key is the name of the bean.
	 */
	private final Map<String, SemaphoreProperties> semaphores = new LinkedHashMap<>();

	/**
	 * Named events. The key is the name of the bean.
	 */
	private final Map<String, EventProperties> events = new LinkedHashMap<>();

	/**
	 * Named barriers. The key is the name of the bean.
	 */
	private final Map<String, BarrierProperties> barriers = new LinkedHashMap<>();

	private final Defaults defaults = new Defaults();

	public Map<String, LockProperties> getLocks() {
		return this.locks;
	}

	public Map<String, SemaphoreProperties> getSemaphores() {
		return this.semaphores;
	}

	public Map<String, EventProperties> getEvents() {
		return this.events;
	}

	public Map<String, BarrierProperties> getBarriers() {
		return this.barriers;
	}

	public Defaults getDefaults() {
		return this.defaults;
	}

	/**
	 * What the entries of each kind inherit.
	 */
	public static class Defaults {

		/**
		 * What every named lock inherits.
		 */
		@NestedConfigurationProperty
		private final LockProperties locks = new LockProperties();

		/**
		 * What every named semaphore inherits.
		 */
		@NestedConfigurationProperty
		private final SemaphoreProperties semaphores = new SemaphoreProperties();

		/**
		 * What every named event inherits.
		 */
		@NestedConfigurationProperty
		private final EventProperties events = new EventProperties();

		/**
		 * What every named barrier inherits.
		 */
		@NestedConfigurationProperty
		private final BarrierProperties barriers = new BarrierProperties();

		public LockProperties getLocks() {
			return this.locks;
		}

		public SemaphoreProperties getSemaphores() {
			return this.semaphores;
		}

		public EventProperties getEvents() {
			return this.events;
		}

		public BarrierProperties getBarriers() {
			return this.barriers;
		}

	}

}
