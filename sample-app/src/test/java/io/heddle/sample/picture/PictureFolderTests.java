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

package io.heddle.sample.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PictureFolderTests {

	@TempDir
	private Path folder;

	@Test
	void shouldFindPicturesByTheirExtensionInOrder() throws IOException {
		Files.createFile(this.folder.resolve("b.JPG"));
		Files.createFile(this.folder.resolve("a.png"));
		Files.createFile(this.folder.resolve("c.webp"));
		Files.createFile(this.folder.resolve("notes.txt"));
		Files.createFile(this.folder.resolve("none"));
		Files.createDirectory(this.folder.resolve("folder.png"));
		assertThat(PictureFolder.pictures(this.folder)).extracting((file) -> file.getFileName().toString())
			.containsExactly("a.png", "b.JPG", "c.webp");
	}

	@Test
	void shouldFailForAMissingFolder() {
		assertThatIOException().isThrownBy(() -> PictureFolder.pictures(this.folder.resolve("missing")));
	}

}
