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
 * {@link ObservedExecutor} for a lazy bean that has not been used yet.
 */
class UnusedExecutor implements ObservedExecutor {

	private final String name;

	private final ExecutorOrigin origin;

	private final @Nullable Class<?> type;

	UnusedExecutor(String name, ExecutorOrigin origin, @Nullable Class<?> type) {
		this.name = name;
		this.origin = origin;
		this.type = type;
	}

	@Override
	public ExecutorDescriptor describe() {
		return ExecutorDescriptor.uninitialized(this.origin.toString(),
				(this.type != null) ? this.type.getName() : null);
	}

	@Override
	public void change(ExecutorChange change) {
		throw ExecutorChange.invalid("Executor '" + this.name
				+ "' is lazy and has not been used yet. Send the change again once it is initialized");
	}

}
