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
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link RuntimeFolder}.
 */
@Timeout(60)
class RuntimeFolderTests {

	private static final String TMPDIR = "java.io.tmpdir";

	private final String before = System.getProperty(TMPDIR);

	@AfterEach
	void restore() {
		Thread.interrupted();
		System.setProperty(TMPDIR, this.before);
	}

	@Test
	void shouldLeaveNothingBehindInAnInterruptedThread() throws IOException {
		Set<Path> folders = own();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ClosedByInterruptException.class).isThrownBy(RuntimeFolder::create);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(own()).isEqualTo(folders);
	}

	@Test
	void shouldTellThatAProcessWasInterruptedWhileStarting() throws IOException {
		Set<Path> folders = own();
		JvmProcess process = JvmProcess.of(() -> {
		});
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(process::start)
			.withMessageContaining("Interrupted while process")
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(own()).isEqualTo(folders);
	}

	@Test
	void shouldNameEachPlaceOnce(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws IOException {
		assumeThat(System.getenv("XDG_RUNTIME_DIR")).isNull();
		assumeThat(Path.of("/tmp")).isDirectory();
		System.setProperty(TMPDIR, "/tmp/../tmp");
		assertThat(RuntimeFolder.bases()).containsExactly(Path.of("/tmp"));
		System.setProperty(TMPDIR, folder.toString());
		assertThat(RuntimeFolder.bases()).containsExactly(folder, Path.of("/tmp"));
	}

	@Test
	void shouldRemoveTheEmptyFolderOfAKilledProcess(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder)
			throws IOException {
		assumeThat(System.getenv("XDG_RUNTIME_DIR")).isNull();
		System.setProperty(TMPDIR, folder.toString());
		Path old = folder.resolve("heddle-1-empty");
		Path used = folder.resolve("heddle-1-used");
		Path young = folder.resolve("heddle-1-young");
		for (Path path : List.of(old, used, young)) {
			Files.createDirectory(path);
		}
		Files.createFile(used.resolve("file"));
		FileTime before = FileTime.from(Instant.now().minusSeconds(60));
		Files.setLastModifiedTime(old, before);
		Files.setLastModifiedTime(used, before);
		RuntimeFolder.create().close();
		assertThat(old).doesNotExist();
		assertThat(used).exists();
		assertThat(young).exists();
	}

	private static Set<Path> own() throws IOException {
		String prefix = "heddle-" + ProcessHandle.current().pid() + "-";
		Set<Path> own = Set.of();
		for (Path base : RuntimeFolder.bases()) {
			try (Stream<Path> files = Files.list(base)) {
				own = Stream
					.concat(own.stream(), files.filter((file) -> file.getFileName().toString().startsWith(prefix)))
					.collect(Collectors.toSet());
			}
		}
		return own;
	}

}
