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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import io.heddle.sample.disk.DiskWriter;
import io.heddle.subprocess.CalledProcessException;
import io.heddle.subprocess.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BatchArchiveTests {

	private final Subprocess sha256sum = Subprocess.builder("sha256sum").command("sha256sum").maxConcurrent(2).build();

	private final Subprocess tar = Subprocess.builder("tar")
		.command("tar", "--create", "--file=-")
		.allowArguments(List.of("--directory=/.+/batch-\\d+", "[a-z-]+(\\.[a-z]+)?"))
		.build();

	private final Subprocess gzip = Subprocess.builder("gzip").command("gzip", "--stdout").build();

	private BatchFolder folder;

	@TempDir
	private Path output;

	@BeforeEach
	void createBatch() throws Exception {
		this.folder = new BatchFolder(this.output.resolve("batch-1"));
		this.folder.create();
		Files.writeString(this.folder.pictures().resolve("-rf holiday; $(reboot).jpg"), "sun");
		Files.writeString(this.folder.thumbnail(1), "a smaller sun");
		Files.writeString(this.folder.contactSheet(), "all suns");
		Files.writeString(this.folder.report(), "sunny");
	}

	@AfterEach
	void close() {
		this.sha256sum.close();
		this.tar.close();
		this.gzip.close();
	}

	@Test
	void shouldMakeTheChecksumsOfThePicturesWhateverTheyAreCalled() throws Exception {
		archive(this.sha256sum, this.tar).make(this.folder);
		assertThat(this.folder.checksums()).content()
			.isEqualTo(checksum("sun") + "  pictures/-rf holiday; $(reboot).jpg\n" + checksum("a smaller sun")
					+ "  thumbnails/001.jpg\n");
	}

	@Test
	void shouldPackWhatTheBatchHasMade() throws Exception {
		archive(this.sha256sum, this.tar).make(this.folder);
		Path unpacked = Files.createDirectory(this.output.resolve("unpacked"));
		Process process = new ProcessBuilder("tar", "-xzf", this.folder.archive().toString(), "-C", unpacked.toString())
			.start();
		assertThat(process.waitFor()).isZero();
		assertThat(unpacked.resolve("pictures/-rf holiday; $(reboot).jpg")).hasContent("sun");
		assertThat(unpacked.resolve("thumbnails/001.jpg")).hasContent("a smaller sun");
		assertThat(unpacked.resolve("checksums.txt")).hasSameTextualContentAs(this.folder.checksums());
		assertThat(unpacked).isDirectoryContaining("glob:**contact-sheet.jpg")
			.isDirectoryContaining("glob:**report.html");
	}

	@Test
	void shouldFailIfAFileIsMissing() throws Exception {
		Files.delete(this.folder.report());
		assertThatExceptionOfType(CalledProcessException.class)
			.isThrownBy(() -> archive(this.sha256sum, this.tar).make(this.folder))
			.withMessageContaining("tar");
	}

	@Test
	void shouldMakeNothingWhereAProgramIsMissing() throws Exception {
		archive(this.sha256sum, null).make(this.folder);
		assertThat(this.folder.checksums()).doesNotExist();
		assertThat(this.folder.isArchived()).isFalse();
	}

	private BatchArchive archive(Subprocess sha256sum, @Nullable Subprocess tar) {
		return new BatchArchive(provider(sha256sum), provider(tar), provider(this.gzip), new DiskWriter());
	}

	private static ObjectProvider<Subprocess> provider(@Nullable Subprocess subprocess) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (subprocess != null) {
			beans.addBean("subprocess", subprocess);
		}
		return beans.getBeanProvider(Subprocess.class);
	}

	private static String checksum(String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}
