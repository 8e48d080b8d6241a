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

package io.heddle.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstalledProgramsTests {

	@Test
	void shouldKnowExecutableFilesOnly(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("notes"), "Buy milk");
		Path tar = Files.writeString(folder.resolve("tar"), "");
		assertThat(tar.toFile().setExecutable(true)).isTrue();
		InstalledPrograms programs = new InstalledPrograms(List.of("/nowhere", folder.toString()));
		assertThat(programs.contains("tar")).isTrue();
		assertThat(programs.contains("tar", "notes")).isFalse();
		assertThat(programs.contains("gzip")).isFalse();
	}

	@Test
	void shouldLookAtThePath() {
		assertThat(InstalledPrograms.ofThePath().contains("java-or-whatever-else-nobody-has")).isFalse();
		assertThat(InstalledPrograms.ofThePath().folders()).isNotEmpty();
	}

}
