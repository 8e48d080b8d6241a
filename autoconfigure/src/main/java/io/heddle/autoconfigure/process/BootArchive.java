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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StreamUtils;

/**
 * A fat jar or war of Spring Boot.
 *
 * @param file the file
 * @param classes the folder in it that holds the classes
 * @param libraries the folders in it that hold the libraries
 */
record BootArchive(Path file, String classes, List<String> libraries) {

	/** The words that start a main class from such an archive. **/
	static final List<String> LAUNCHER = List.of("-Dloader.main=io.heddle.process.WorkerMain",
			"-Dloader.config.name=none-for-workers", "org.springframework.boot.loader.launch.PropertiesLauncher");

	/**
	 * The name of the jar that the classes become: archives of class data take no
	 * folders.
	 **/
	private static final String APPLICATION = "application.jar";

	/**
	 * Return the archive in a file.
	 * @param file a file or folder
	 * @return the archive, or {@code null} if it is none
	 */
	static @Nullable BootArchive of(Path file) {
		if (!Files.isRegularFile(file)) {
			return null;
		}
		try (JarFile jar = new JarFile(file.toFile(), false)) {
			Manifest manifest = jar.getManifest();
			if (manifest == null || manifest.getMainAttributes().getValue("Start-Class") == null) {
				return null;
			}
			if (jar.getEntry("BOOT-INF/classes/") != null) {
				return new BootArchive(file, "BOOT-INF/classes/", List.of("BOOT-INF/lib/"));
			}
			return (jar.getEntry("WEB-INF/classes/") != null)
					? new BootArchive(file, "WEB-INF/classes/", List.of("WEB-INF/lib/", "WEB-INF/lib-provided/"))
					: null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Return a name for the content: the digest of what the directory of the archive
	 * says.
	 * @return the digest
	 * @throws IOException if the archive cannot be read
	 */
	String digest() throws IOException {
		try (JarFile jar = new JarFile(this.file.toFile(), false)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((Files.getLastModifiedTime(this.file).toMillis() + "|" + Files.size(this.file))
				.getBytes(StandardCharsets.UTF_8));
			for (JarEntry entry : Collections.list(jar.entries())) {
				digest.update(("|" + entry.getName() + "|" + entry.getCrc() + "|" + entry.getSize())
					.getBytes(StandardCharsets.UTF_8));
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Extract the archive.
	 * @param folder an empty folder
	 * @return the names of the files in the order of the class path
	 * @throws IOException if it cannot be read or written
	 */
	List<String> extract(Path folder) throws IOException {
		List<String> names = new ArrayList<>();
		names.add(APPLICATION);
		try (JarFile jar = new JarFile(this.file.toFile(), false);
				OutputStream out = Files.newOutputStream(folder.resolve(APPLICATION));
				JarOutputStream application = new JarOutputStream(out, jar.getManifest())) {
			for (JarEntry entry : Collections.list(jar.entries())) {
				if (entry.isDirectory()) {
					continue;
				}
				if (entry.getName().startsWith(this.classes)) {
					copyClass(jar, entry, application);
				}
				else if (isLibrary(entry.getName())) {
					names.add(copyLibrary(jar, entry, folder));
				}
			}
		}
		return names;
	}

	private void copyClass(JarFile jar, JarEntry entry, JarOutputStream application) throws IOException {
		String name = entry.getName().substring(this.classes.length());
		if (name.equals(JarFile.MANIFEST_NAME)) {
			return;
		}
		JarEntry copy = new JarEntry(name);
		copy.setTime(entry.getTime());
		application.putNextEntry(copy);
		try (InputStream content = jar.getInputStream(entry)) {
			StreamUtils.copy(content, application);
		}
		application.closeEntry();
	}

	private boolean isLibrary(String name) {
		return name.endsWith(".jar") && this.libraries.stream().anyMatch(name::startsWith);
	}

	private String copyLibrary(JarFile jar, JarEntry entry, Path folder) throws IOException {
		String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
		if (name.contains("\\")) {
			throw new IOException("A library has the name " + entry.getName());
		}
		try (InputStream content = jar.getInputStream(entry)) {
			Files.copy(content, folder.resolve(name));
		}
		return name;
	}

}
