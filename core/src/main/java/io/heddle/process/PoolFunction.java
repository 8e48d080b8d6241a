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

package io.heddle.process;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A function, or a method of a bean, that is sent once to each worker that needs it.
 * Thread-safe.
 */
final class PoolFunction {

	private final long id;

	private final Object function;

	private volatile @Nullable OutgoingFrame definition;

	PoolFunction(long id, Object function) {
		this.id = id;
		this.function = function;
	}

	long id() {
		return this.id;
	}

	/**
	 * Serialize the function, unless that was done before.
	 * @param codec the codec
	 * @throws IOException if it cannot be serialized
	 */
	void define(TaskCodec codec) throws IOException {
		if (this.definition == null) {
			this.definition = codec.define(this.id, this.function).detached();
		}
	}

	OutgoingFrame definition() {
		OutgoingFrame definition = this.definition;
		if (definition == null) {
			throw new IllegalStateException("The function has not been serialized");
		}
		return definition;
	}

}
