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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.sample.PhotoLabProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class OutputFolderTests {

	private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void shouldNumberBatchesFromOne() throws IOException {
		OutputFolder output = output(this.folder.resolve("new/output"));
		assertThat(output.next().number()).isEqualTo(1);
		OutputFolder.Numbered second = output.next();
		assertThat(second.number()).isEqualTo(2);
		assertThat(second.folder().root()).isEqualTo(this.folder.resolve("new/output/batch-2"));
		assertThat(second.folder().thumbnails()).isEmptyDirectory();
	}

	@Test
	void shouldGoOnAfterTheLastBatchOfAnEarlierRun() throws IOException {
		Files.createDirectory(this.folder.resolve("batch-41"));
		Files.createDirectory(this.folder.resolve("batch-x"));
		assertThat(output(this.folder).next().number()).isEqualTo(42);
	}

	@Test
	void shouldFailIfTheOutputIsNoFolder() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatIOException().isThrownBy(() -> output(file).next());
	}

	@Test
	void shouldRemoveOldBatchesOnly() throws IOException {
		for (String name : List.of("batch-1", "batch-2", "batch-3", "batch-x", "other")) {
			Path file = Files.createDirectories(this.folder.resolve(name).resolve("pictures")).resolve("a.jpg");
			Files.createFile(file);
			Files.setLastModifiedTime(this.folder.resolve(name), FileTime.from(NOW.minus(Duration.ofDays(8))));
		}
		Files.setLastModifiedTime(this.folder.resolve("batch-2"), FileTime.from(NOW));
		int removed = output(this.folder).purge(NOW.minus(Duration.ofDays(7)), Set.of(this.folder.resolve("batch-3")));
		assertThat(removed).isOne();
		assertThat(this.folder.resolve("batch-1")).doesNotExist();
		for (String name : List.of("batch-2", "batch-3", "batch-x", "other")) {
			assertThat(this.folder.resolve(name).resolve("pictures/a.jpg")).exists();
		}
	}

	@Test
	void shouldRemoveNothingIfThereIsNoOutput() throws IOException {
		assertThat(output(this.folder.resolve("none")).purge(NOW, Set.of())).isZero();
	}

	private OutputFolder output(Path output) {
		return new OutputFolder(new PhotoLabProperties(null, 24, output, Duration.ofDays(7)));
	}

}
