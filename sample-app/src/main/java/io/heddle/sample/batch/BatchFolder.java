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
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder to which a batch is written.
 *
 * @param root the folder
 */
public record BatchFolder(Path root) {

	void create() throws IOException {
		Files.createDirectories(pictures());
		Files.createDirectories(thumbnails());
		Files.createDirectories(prints());
	}

	Path pictures() {
		return this.root.resolve("pictures");
	}

	Path thumbnails() {
		return this.root.resolve("thumbnails");
	}

	private Path prints() {
		return this.root.resolve("prints");
	}

	/**
	 * Return the file of a thumbnail.
	 * @param number the number of the picture
	 * @return the file
	 */
	public Path thumbnail(int number) {
		return thumbnails().resolve("%03d.jpg".formatted(number));
	}

	/**
	 * Return the file of a print.
	 * @param order the number of the order
	 * @return the file
	 */
	public Path print(long order) {
		return prints().resolve("order-" + order + ".jpg");
	}

	/**
	 * Return the file of the contact sheet.
	 * @return the file
	 */
	public Path contactSheet() {
		return this.root.resolve("contact-sheet.jpg");
	}

	/**
	 * Return the file of the report.
	 * @return the file
	 */
	public Path report() {
		return this.root.resolve("report.html");
	}

	/**
	 * Return the file of the checksums.
	 * @return the file
	 */
	public Path checksums() {
		return this.root.resolve("checksums.txt");
	}

	/**
	 * Return the file of the archive.
	 * @return the file
	 */
	public Path archive() {
		return this.root.resolve("archive.tar.gz");
	}

	/**
	 * Return whether the checksums and the archive are there once the batch is done.
	 * @return whether they were made
	 */
	public boolean isArchived() {
		return Files.isRegularFile(archive());
	}

}
