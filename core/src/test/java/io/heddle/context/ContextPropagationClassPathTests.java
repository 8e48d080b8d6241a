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

package io.heddle.context;

import java.io.File;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ContextPropagation} with parts of the class path left out.
 */
class ContextPropagationClassPathTests {

	@AfterEach
	void restoreClassLoader() {
		Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
	}

	@Test
	void shouldCarryMdcWhenMicrometerIsMissing() throws Exception {
		try (URLClassLoader loader = classPathWithout("context-propagation")) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("io.micrometer.context.ContextRegistry"));
			assertThat(carry(loader)).isEqualTo(Map.of("key", "value"));
		}
	}

	@Test
	void shouldCarryVariablesWhenMicrometerIsMissing() throws Exception {
		try (URLClassLoader loader = classPathWithout("context-propagation")) {
			Constructor<?> probe = loader.loadClass(VariableProbe.class.getName()).getDeclaredConstructor();
			probe.setAccessible(true);
			assertThat(((Supplier<?>) probe.newInstance()).get()).isEqualTo("ann nobody ann");
		}
	}

	@Test
	void shouldRunTaskWhenThereIsNoLoggingBackend() throws Exception {
		try (URLClassLoader loader = classPathWithout("logback")) {
			assertThat(carry(loader)).isNull();
		}
	}

	@Test
	void shouldRunTaskWhenThereIsNeither() throws Exception {
		try (URLClassLoader loader = classPathWithout("logback", "context-propagation")) {
			assertThat(carry(loader)).isNull();
		}
	}

	/**
	 * Carry the MDC to a task, in the classes of the given loader.
	 * @return the MDC that the task saw
	 */
	private static Object carry(ClassLoader loader) throws Exception {
		Class<?> mdc = loader.loadClass("org.slf4j.MDC");
		Class<?> type = loader.loadClass(ContextPropagation.class.getName());
		Class<?> carrier = loader.loadClass(ContextCarrier.class.getName());
		Object propagation = type.getMethod("create").invoke(null);
		mdc.getMethod("put", String.class, String.class).invoke(null, "key", "value");
		Object captured = carrier.getMethod("capture").invoke(propagation);
		mdc.getMethod("clear").invoke(null);
		List<Object> seen = new ArrayList<>();
		Runnable task = () -> {
			try {
				seen.add(mdc.getMethod("getCopyOfContextMap").invoke(null));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		};
		carrier.getMethod("run", Object.class, Runnable.class).invoke(propagation, captured, task);
		carrier.getMethod("run", Object.class, Runnable.class).invoke(propagation, null, task);
		assertThat(seen).hasSize(2);
		assertThat(seen.get(1)).isNull();
		return seen.get(0);
	}

	private static URLClassLoader classPathWithout(String... names) throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			String file = new File(entry).getName();
			if (Stream.of(names).noneMatch(file::startsWith)) {
				urls.add(Path.of(entry).toUri().toURL());
			}
		}
		URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
		// where Micrometer looks for accessors
		Thread.currentThread().setContextClassLoader(loader);
		return loader;
	}

	/**
	 * What the class loader without Micrometer runs.
	 */
	static final class VariableProbe implements Supplier<String> {

		private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

		@Override
		public String get() {
			StringBuilder seen = new StringBuilder();
			ContextPropagation propagation = ContextPropagation.create();
			Token<String> token = USER.set("ann");
			Object captured = propagation.capture();
			token.close();
			propagation.run(captured, () -> seen.append(USER.get()));
			propagation.run(null, () -> seen.append(' ').append(USER.get()));
			Object travelled = propagation.capturedOf(propagation.portable(captured));
			propagation.run(travelled, () -> seen.append(' ').append(USER.get()));
			return seen.toString();
		}

	}

}
