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

package io.heddle.autoconfigure.queue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.MethodSource;

/**
 * The properties that let listeners have platform threads and, where this Java has them,
 * virtual ones.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@MethodSource("io.heddle.autoconfigure.queue.ThreadKinds$Properties#stream")
@interface ThreadKinds {

	/**
	 * The properties.
	 */
	final class Properties {

		private Properties() {
		}

		static Stream<String> stream() {
			return Stream.of(false, true)
				.filter((virtual) -> !virtual || Runtime.version().feature() >= 21)
				.map((virtual) -> "spring.threads.virtual.enabled=" + virtual);
		}

	}

}
