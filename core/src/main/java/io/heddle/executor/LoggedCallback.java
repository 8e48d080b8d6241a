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

package io.heddle.executor;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps callbacks that have no result of their own: what they throw would otherwise be
 * kept by a stage that nobody looks at.
 */
final class LoggedCallback {

	private static final Logger logger = LoggerFactory.getLogger(NamedExecutor.class);

	private LoggedCallback() {
	}

	static Runnable of(Runnable callback) {
		return () -> {
			try {
				callback.run();
			}
			catch (RuntimeException | Error ex) {
				logger.error("Callback of a future failed", ex);
				throw ex;
			}
		};
	}

	static <T> Consumer<T> of(Consumer<? super T> callback) {
		return (value) -> of(() -> callback.accept(value)).run();
	}

	static <T, U> BiConsumer<T, U> of(BiConsumer<? super T, ? super U> callback) {
		return (value, other) -> of(() -> callback.accept(value, other)).run();
	}

}
