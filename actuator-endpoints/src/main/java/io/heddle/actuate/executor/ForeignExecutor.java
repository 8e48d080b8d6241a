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

package io.heddle.actuate.executor;

import org.jspecify.annotations.Nullable;

/**
 * {@link ObservedExecutor} that is not one of Heddle and so can do less.
 */
abstract class ForeignExecutor implements ObservedExecutor {

	private final String name;

	private final String origin;

	private final String type;

	ForeignExecutor(String name, ExecutorOrigin origin, String type) {
		this.name = name;
		this.origin = origin.toString();
		this.type = type;
	}

	String origin() {
		return this.origin;
	}

	String type() {
		return this.type;
	}

	@Override
	public ExecutorDescriptor describe() {
		return ExecutorDescriptor.sizes(this.origin, this.type, null, null, null, null, null);
	}

	@Override
	public void change(ExecutorChange change) {
		refuse("corePoolSize", change.corePoolSize());
		refuse("maxPoolSize", change.maxPoolSize());
		refuse("queueCapacity", change.queueCapacity());
		refuse("keepAlive", change.keepAlive());
		refuse("paused", change.paused());
	}

	/**
	 * Refuse to change a value.
	 * @param key the key
	 * @param value the value, or {@code null} if it is not asked for
	 */
	void refuse(String key, @Nullable Object value) {
		if (value != null) {
			throw ExecutorChange
				.invalid("'" + key + "' cannot be set to '" + value + "': executor '" + this.name + "' is a "
						+ this.type + ", which cannot change it. Leave the key out, or define the executor under "
						+ "'heddle.executors'");
		}
	}

}
