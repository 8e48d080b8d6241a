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

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * A task whose call sees the context of who made it.
 *
 * @param <T> the type of the result
 */
final class CarriedCallable<T extends @Nullable Object> implements Callable<T> {

	private final Callable<T> task;

	private final ContextCarrier carrier;

	private final @Nullable Object captured;

	CarriedCallable(Callable<T> task, ContextCarrier carrier, @Nullable Object captured) {
		this.task = task;
		this.carrier = carrier;
		this.captured = captured;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T call() throws Exception {
		Object[] result = new Object[1];
		Exception[] failure = new Exception[1];
		this.carrier.run(this.captured, () -> {
			try {
				result[0] = this.task.call();
			}
			catch (Exception ex) {
				failure[0] = ex;
			}
		});
		if (failure[0] != null) {
			throw failure[0];
		}
		return (T) result[0];
	}

	@Override
	public String toString() {
		return this.task.toString();
	}

}
