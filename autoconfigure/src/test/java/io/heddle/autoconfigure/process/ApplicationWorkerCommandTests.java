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

package io.heddle.autoconfigure.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationWorkerCommand}.
 */
class ApplicationWorkerCommandTests {

	@TempDir
	private Path folder;

	@Test
	void shouldUseAClassPathAsItIs() {
		ApplicationWorkerCommand command = command("/one", "/two");
		assertThat(command.classPath()).containsExactly("/one", "/two");
		assertThat(command.mainPrefix()).isEmpty();
	}

	@Test
	void shouldUseAPlainJarAsItIs() throws IOException {
		Path jar = jar("plain.jar", false, Map.of("a.txt", "a".getBytes()));
		assertThat(command(jar.toString()).classPath()).containsExactly(jar.toString());
		assertThat(command(jar.toString()).mainPrefix()).isEmpty();
	}

	@Test
	void shouldExtractAFatJarOnce() throws IOException {
		Path jar = fatJar("BOOT-INF/lib/");
		List<String> classPath = command(jar.toString()).classPath();
		assertThat(classPath).hasSize(3).allSatisfy((entry) -> assertThat(Path.of(entry)).isRegularFile());
		assertThat(command(jar.toString()).mainPrefix()).isEmpty();
		URL[] urls = new URL[classPath.size()];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = Path.of(classPath.get(i)).toUri().toURL();
		}
		try (URLClassLoader loader = new URLClassLoader(urls, null)) {
			assertThat(new String(loader.getResourceAsStream("com/acme/a.txt").readAllBytes())).isEqualTo("a");
			assertThat(new String(loader.getResourceAsStream("one.txt").readAllBytes())).isEqualTo("one");
			assertThat(new String(loader.getResourceAsStream("two.txt").readAllBytes())).isEqualTo("two");
		}
		FileTime extracted = Files.getLastModifiedTime(Path.of(classPath.get(0)));
		assertThat(command(jar.toString()).classPath()).isEqualTo(classPath);
		assertThat(Files.getLastModifiedTime(Path.of(classPath.get(0)))).isEqualTo(extracted);
		try (Stream<Path> homes = Files.list(cache())) {
			assertThat(homes).hasSize(1);
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache()))).isEqualTo("rwx------");
	}

	@Test
	void shouldExtractAWar() throws IOException {
		Path war = jar("app.war", true, Map.of("WEB-INF/classes/a.txt", "a".getBytes(), "WEB-INF/lib/one.jar",
				library("one"), "WEB-INF/lib-provided/two.jar", library("two")));
		assertThat(command(war.toString()).classPath()).hasSize(3);
	}

	@Test
	void shouldExtractAnotherContentElsewhere() throws IOException {
		Path jar = fatJar("BOOT-INF/lib/");
		List<String> before = command(jar.toString()).classPath();
		Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
		assertThat(command(jar.toString()).classPath()).isNotEqualTo(before);
	}

	@Test
	void shouldMendWhatIsIncomplete() throws IOException {
		Path jar = fatJar("BOOT-INF/lib/");
		ApplicationWorkerCommand command = command(jar.toString());
		List<String> classPath = command.classPath();
		Files.delete(Path.of(classPath.get(1)));
		assertThat(command.classPath()).isEqualTo(classPath)
			.allSatisfy((entry) -> assertThat(Path.of(entry)).isRegularFile());
		Files.writeString(Path.of(classPath.get(1)), "truncated");
		assertThat(command(jar.toString()).classPath()).isEqualTo(classPath);
		assertThat(Files.size(Path.of(classPath.get(1)))).isGreaterThan(20);
	}

	@Test
	void shouldFallBackToTheLauncher() throws IOException {
		Path jar = fatJar("BOOT-INF/lib/");
		Path file = Files.writeString(this.folder.resolve("file"), "no folder");
		ApplicationWorkerCommand command = new ApplicationWorkerCommand(() -> List.of(jar.toString()),
				new ExtractedApplications(file.resolve("app")));
		assertThat(command.classPath()).containsExactly(jar.toString());
		assertThat(command.mainPrefix()).contains("-Dloader.main=io.heddle.process.WorkerMain")
			.endsWith("org.springframework.boot.loader.launch.PropertiesLauncher");
	}

	private ApplicationWorkerCommand command(String... classPath) {
		return new ApplicationWorkerCommand(() -> List.of(classPath), new ExtractedApplications(cache()));
	}

	private Path cache() {
		return this.folder.resolve("heddle").resolve("app");
	}

	private Path fatJar(String libraries) throws IOException {
		return jar("app.jar", true,
				Map.of("BOOT-INF/classes/com/acme/a.txt", "a".getBytes(), libraries + "one.jar", library("one"),
						libraries + "two.jar", library("two"), "org/springframework/boot/loader/x", "x".getBytes()));
	}

	private byte[] library(String name) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JarOutputStream jar = new JarOutputStream(bytes)) {
			jar.putNextEntry(new JarEntry(name + ".txt"));
			jar.write(name.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private Path jar(String name, boolean boot, Map<String, byte[]> entries) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		if (boot) {
			manifest.getMainAttributes().putValue("Start-Class", "com.acme.Application");
		}
		Path file = this.folder.resolve(name);
		try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
			if (boot) {
				jar.putNextEntry(new JarEntry(name.endsWith(".war") ? "WEB-INF/classes/" : "BOOT-INF/classes/"));
			}
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				jar.putNextEntry(new JarEntry(entry.getKey()));
				jar.write(entry.getValue());
			}
		}
		return file;
	}

}
