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

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.sample.disk.DiskWriter;
import io.heddle.sample.picture.Thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@TempDir
	private Path folder;

	@Test
	void shouldListPicturesAndFailures() throws IOException {
		PictureResult done = PictureResult.waiting(1, "a.jpg")
			.done(new Thumbnail(new File("thumbnails/001.jpg"), 1920, 1280, 91_000, Duration.ofMillis(120)));
		PictureResult failed = PictureResult.waiting(2, "b.jpg").failed("Not a picture of a known format");
		Path report = write("2 pictures", done, failed);
		assertThat(report).content()
			.contains("Report of batch 3", "2 pictures: 1 thumbnails, 1 failed, in 1.50 s")
			.contains("thumbnails/001.jpg", "1920 × 1280", "88 KB", "0.12 s")
			.contains("<td>b.jpg</td><td colspan=\"3\">Not a picture of a known format</td>");
	}

	@Test
	void shouldEscapeWhatComesFromOutside() throws IOException {
		Path report = write("<i>", PictureResult.waiting(1, "<script>").failed("100 % <b>"));
		assertThat(report).content()
			.doesNotContain("<script>", "<i>", "<b>")
			.contains("&lt;script&gt;", "100 % &lt;b&gt;");
	}

	private Path write(String source, PictureResult... pictures) throws IOException {
		BatchProgress progress = new BatchProgress(3, source, BatchState.REPORTING, List.of(pictures),
				Duration.ofMillis(1500), null);
		return new Report(new DiskWriter()).write(progress, this.folder.resolve("report.html"));
	}

}
