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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.HtmlUtils;

import io.heddle.sample.disk.DiskWriter;
import io.heddle.sample.picture.Thumbnail;

/**
 * Writes the report of a batch: a page that needs nothing but the files beside it.
 */
@Component
class Report {

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>Report of batch %1$d</title>
			<style>
			body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1f2430; }
			h1 { font-size: 1.6rem; margin: 0; }
			p { color: #5b6472; }
			table { border-collapse: collapse; width: 100%%; margin-top: 1.5rem; }
			th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #e3e6ea; }
			th { color: #5b6472; font-weight: 600; }
			.number { text-align: right; font-variant-numeric: tabular-nums; }
			.failed td { background: #fdeceb; color: #96281b; }
			img { height: 48px; border-radius: 4px; display: block; }
			</style>
			</head>
			<body>
			<h1>Report of batch %1$d</h1>
			<p>%2$s: %3$d thumbnails, %4$d failed, in %5$s. <a href="contact-sheet.jpg">Contact sheet</a></p>
			<table>
			<thead><tr><th></th><th>Picture</th><th class="number">Width × height</th><th class="number">File</th>\
			<th class="number">Took</th></tr></thead>
			<tbody>
			""";

	private static final String DONE = """
			<tr><td><img src="thumbnails/%s" alt=""></td><td>%s</td><td class="number">%d × %d</td>\
			<td class="number">%s</td><td class="number">%s</td></tr>
			""";

	private static final String FAILED = """
			<tr class="failed"><td></td><td>%s</td><td colspan="3">%s</td></tr>
			""";

	private static final String FOOT = """
			</tbody>
			</table>
			</body>
			</html>
			""";

	private final DiskWriter disk;

	Report(DiskWriter disk) {
		this.disk = disk;
	}

	Path write(BatchProgress progress, Path file) throws IOException {
		StringBuilder html = new StringBuilder();
		html.append(HEAD.formatted(progress.number(), HtmlUtils.htmlEscape(progress.source()), progress.done(),
				progress.failed(), seconds(progress.took())));
		progress.pictures().forEach((picture) -> html.append(row(picture)));
		return this.disk.write(file, html.append(FOOT).toString().getBytes(StandardCharsets.UTF_8));
	}

	private String row(PictureResult picture) {
		String name = HtmlUtils.htmlEscape(picture.name());
		Thumbnail thumbnail = picture.thumbnail();
		if (thumbnail == null) {
			String failure = picture.failure();
			return FAILED.formatted(name, HtmlUtils.htmlEscape((failure != null) ? failure : "Not finished"));
		}
		return DONE.formatted(thumbnail.file().getFileName(), name, thumbnail.width(), thumbnail.height(),
				size(thumbnail.bytes()), seconds(thumbnail.took()));
	}

	private String size(long bytes) {
		return Math.max(1, DataSize.ofBytes(bytes).toKilobytes()) + " KB";
	}

	private String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
	}

}
