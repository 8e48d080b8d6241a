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
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadedPicturesTests {

	@TempDir
	private Path folder;

	@Test
	void shouldStoreUploadsUnderTheirNames() throws IOException {
		UploadedPictures pictures = store("a.jpg", "Größe (1).png");
		assertThat(pictures.names()).containsExactly("a.jpg", "Größe (1).png");
		assertThat(pictures.provide(2, "Größe (1).png", this.folder)).hasContent("Größe (1).png");
		assertThat(pictures.description()).isEqualTo("2 uploaded pictures");
	}

	@Test
	void shouldKeepNamesInsideTheFolder() throws IOException {
		assertThat(store("../../etc/passwd", "C:\\pictures\\b.png", "..", "/", "a\u0000b.png", "..\\.hidden").names())
			.containsExactly("passwd", "b.png", "picture", "2-picture", "a_b.png", "hidden");
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).hasSize(6);
		}
	}

	@Test
	void shouldKeepUploadsOfTheSameNameApart() throws IOException {
		assertThat(store("a.jpg", "a.jpg", "a.jpg").names()).containsExactly("a.jpg", "2-a.jpg", "3-a.jpg");
	}

	@Test
	void shouldShortenLongNames() throws IOException {
		assertThat(store("x".repeat(300) + ".jpg").names()).containsExactly("x".repeat(76) + ".jpg");
	}

	private UploadedPictures store(String... names) throws IOException {
		List<Upload> uploads = Stream.of(names)
			.map((name) -> new Upload(name, new ByteArrayResource(name.getBytes())))
			.toList();
		return UploadedPictures.store(uploads, this.folder);
	}

}
