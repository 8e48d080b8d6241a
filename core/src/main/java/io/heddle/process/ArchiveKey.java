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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * What a class-data archive depends on. Stateless.
 */
final class ArchiveKey {

	private ArchiveKey() {
	}

	/**
	 * Return the key of the archive for a command.
	 * @param command the command
	 * @return the key, or {@code null} if no archive is possible: with folders on the
	 * class path, or a launcher that loads the classes itself, or if the user says
	 * something of archives
	 * @throws IOException if the class path cannot be looked at
	 */
	static @Nullable String of(LaunchCommand command) throws IOException {
		WorkerSettings settings = command.settings();
		List<String> options = settings.jvmOptions();
		if (!settings.command().mainPrefix().isEmpty() || options.stream().anyMatch(ArchiveKey::isOfArchives)) {
			return null;
		}
		StringJoiner text = new StringJoiner("\n");
		Path home = command.javaHome();
		text.add(home.toString()).add(Files.readString(home.resolve("release")));
		text.add(settings.maxHeap()).add(String.join("\n", options));
		text.add(String.valueOf(settings.beansFactory())).add(String.join("\n", settings.setup().sources()));
		for (String entry : settings.command().classPath()) {
			Path path = Path.of(entry);
			if (Files.isDirectory(path)) {
				return null;
			}
			if (Files.exists(path)) {
				text.add(entry + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis());
			}
		}
		return digest(text.toString());
	}

	private static boolean isOfArchives(String option) {
		return option.contains("Share") || option.contains("share") || option.contains("AOT")
				|| option.contains("Archive");
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
