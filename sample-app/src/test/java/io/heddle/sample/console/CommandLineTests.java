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

package io.heddle.sample.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

import io.heddle.sample.PhotoLabProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandLineTests {

	@TempDir
	private Path folder;

	@BeforeEach
	void createPicture() throws IOException {
		Files.createFile(this.folder.resolve("a.png"));
	}

	@Test
	void shouldHavePicturesDrawnWithoutArguments() {
		assertThat(parse().folder()).isNull();
		assertThat(parse().once()).isFalse();
	}

	@Test
	void shouldTakeTheFolderFromAnArgumentAnOptionOrAProperty() {
		assertThat(parse(this.folder.toString(), "--once").folder()).isEqualTo(this.folder);
		assertThat(parse("--folder=" + this.folder).folder()).isEqualTo(this.folder);
		assertThat(new CommandLine(new DefaultApplicationArguments(), properties(this.folder)).folder())
			.isEqualTo(this.folder);
	}

	@Test
	void shouldEndAfterTheBatchOnlyWithTheOption() {
		assertThat(parse("--once").once()).isTrue();
	}

	@Test
	void shouldRefuseAMissingFolder() {
		assertRefused("does not exist or is no folder", this.folder.resolve("missing").toString());
		assertRefused("does not exist or is no folder", this.folder.resolve("a.png").toString());
		assertRefused("does not exist or is no folder", "--folder=");
		assertRefused("does not exist or is no folder", "--folder");
	}

	@Test
	void shouldRefuseAFolderWithoutPictures() throws IOException {
		assertRefused("There are no pictures in the folder",
				Files.createDirectory(this.folder.resolve("empty")).toString());
	}

	@Test
	void shouldRefuseMoreThanOneFolder() {
		assertRefused("There is more than one folder", this.folder.toString(), this.folder.toString());
	}

	private void assertRefused(String message, String... args) {
		assertThatExceptionOfType(CommandLineException.class).isThrownBy(() -> parse(args))
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(ex.action()).isNotEmpty());
	}

	private CommandLine parse(String... args) {
		return new CommandLine(new DefaultApplicationArguments(args), properties(null));
	}

	private PhotoLabProperties properties(Path configured) {
		return new PhotoLabProperties(configured, 24, Path.of("target/photo-lab"), Duration.ofDays(7));
	}

}
