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

package io.heddle.sample.batch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

import io.heddle.sample.PhotoLabProperties;

/**
 * The folder that holds the folders of all batches, {@code batch-1} and so on. No batch
 * is ever overwritten, and only old ones are removed.
 */
@Component
class OutputFolder {

	private static final String PREFIX = "batch-";

	private static final String NAME = PREFIX + "\\d{1,8}";

	private final Path root;

	OutputFolder(PhotoLabProperties properties) {
		this.root = properties.output().toAbsolutePath().normalize();
	}

	Numbered next() throws IOException {
		Files.createDirectories(this.root);
		int number = last() + 1;
		while (true) {
			try {
				BatchFolder folder = new BatchFolder(Files.createDirectory(this.root.resolve(PREFIX + number)));
				folder.create();
				return new Numbered(number, folder);
			}
			catch (FileAlreadyExistsException ex) {
				number++;
			}
		}
	}

	private int last() throws IOException {
		try (Stream<Path> folders = Files.list(this.root)) {
			OptionalInt last = folders.map((folder) -> folder.getFileName().toString())
				.filter((name) -> name.matches(NAME))
				.mapToInt((name) -> Integer.parseInt(name.substring(PREFIX.length())))
				.max();
			return last.orElse(0);
		}
	}

	Path writeReport(NightlyReport report) throws IOException {
		Files.createDirectories(this.root);
		return Files.writeString(this.root.resolve("nightly-report.txt"), report.text());
	}

	/**
	 * Remove the folders of old batches.
	 * @param before the folders that were last changed before this are old
	 * @param kept the folders that are kept all the same
	 * @return how many were removed
	 * @throws IOException if a folder cannot be read or removed
	 */
	int purge(Instant before, Set<Path> kept) throws IOException {
		if (!Files.isDirectory(this.root)) {
			return 0;
		}
		int removed = 0;
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.root, PREFIX + "*")) {
			for (Path folder : folders) {
				if (isBatch(folder) && !kept.contains(folder)
						&& Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
					FileSystemUtils.deleteRecursively(folder);
					removed++;
				}
			}
		}
		return removed;
	}

	private static boolean isBatch(Path folder) {
		return folder.getFileName().toString().matches(NAME) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * The folder of a new batch.
	 *
	 * @param number the number of the batch
	 * @param folder its folder
	 */
	record Numbered(int number, BatchFolder folder) {
	}

}
