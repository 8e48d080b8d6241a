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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.heddle.sample.PhotoLabProperties;

/**
 * The folder that holds the folders of all batches, {@code batch-1} and so on. Nothing in
 * it is ever overwritten or removed.
 */
@Component
class OutputFolder {

	private static final String PREFIX = "batch-";

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
				.filter((name) -> name.matches(PREFIX + "\\d{1,8}"))
				.mapToInt((name) -> Integer.parseInt(name.substring(PREFIX.length())))
				.max();
			return last.orElse(0);
		}
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
