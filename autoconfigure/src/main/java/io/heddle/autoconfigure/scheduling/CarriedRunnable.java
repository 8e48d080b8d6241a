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

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * A task whose runs see the context of who made it.
 */
final class CarriedRunnable implements Runnable {

	private final Runnable task;

	private final ContextCarrier carrier;

	private final @Nullable Object captured;

	CarriedRunnable(Runnable task, ContextCarrier carrier, @Nullable Object captured) {
		this.task = task;
		this.carrier = carrier;
		this.captured = captured;
	}

	@Override
	public void run() {
		this.carrier.run(this.captured, this.task);
	}

	@Override
	public String toString() {
		return this.task.toString();
	}

}
