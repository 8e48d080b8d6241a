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

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/**
 * Finds the factory of virtual threads, which this code cannot name because it is
 * compiled for Java 17.
 */
final class VirtualThreadFactory {

	private VirtualThreadFactory() {
	}

	static ThreadFactory create(String prefix) {
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			Class<?> builderType = Class.forName("java.lang.Thread$Builder");
			Method name = builderType.getMethod("name", String.class, long.class);
			return (ThreadFactory) builderType.getMethod("factory").invoke(name.invoke(builder, prefix, 1L));
		}
		catch (ReflectiveOperationException ex) {
			throw new UnsupportedOperationException(
					"Virtual threads need Java 21 or later but this is Java " + Runtime.version().feature(), ex);
		}
	}

}
