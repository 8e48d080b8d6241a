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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.StringUtils;

/**
 * Pictures that came over the web. Each file counts, whatever its name says.
 *
 * @param source the folder where they are
 * @param names the names of the files
 */
record UploadedPictures(Path source, List<String> names) implements PictureSource {

	private static final int MAX_LENGTH = 80;

	static UploadedPictures store(List<Upload> uploads, Path folder) throws IOException {
		List<String> names = new ArrayList<>();
		for (Upload upload : uploads) {
			String name = safe(upload.name(), names);
			try (InputStream content = upload.content().getInputStream()) {
				Files.copy(content, folder.resolve(name));
			}
			names.add(name);
		}
		return new UploadedPictures(folder, List.copyOf(names));
	}

	// The name comes from outside, so it must not lead out of the folder
	private static String safe(String given, List<String> taken) {
		String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
			.replaceAll("[^\\p{L}\\p{N} ._()-]", "_")
			.replaceFirst("^\\.+", "");
		name = name.substring(Math.max(0, name.length() - MAX_LENGTH));
		name = StringUtils.hasText(name) ? name : "picture";
		String unique = name;
		for (int count = 2; taken.contains(unique); count++) {
			unique = count + "-" + name;
		}
		return unique;
	}

	@Override
	public String description() {
		return this.names.size() + " uploaded pictures";
	}

	@Override
	public Path file(String name, Path folder) {
		return this.source.resolve(name);
	}

}
