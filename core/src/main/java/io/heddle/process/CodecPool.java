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
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a few readers or writers for the next use. Thread-safe and without locks.
 *
 * @param <T> the type of what is kept
 */
final class CodecPool<T> {

	private static final int SIZE = 16;

	private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(SIZE);

	private final Factory<T> factory;

	CodecPool(Factory<T> factory) {
		this.factory = factory;
	}

	T take() throws IOException {
		T taken = this.kept.getAndSet(slot(), null);
		return (taken != null) ? taken : this.factory.create();
	}

	/**
	 * Keep one that is as good as new.
	 * @param returned what was taken
	 */
	void giveBack(T returned) {
		this.kept.setRelease(slot(), returned);
	}

	private static int slot() {
		return (int) Thread.currentThread().getId() & (SIZE - 1);
	}

	/**
	 * Makes a new one.
	 *
	 * @param <T> the type of what is made
	 */
	interface Factory<T> {

		T create() throws IOException;

	}

}
