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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * Finds the pictures of a folder.
 */
public final class PictureFolder {

	/**
	 * The file name extensions of pictures, of those too that the JDK cannot read: these
	 * fail visibly rather than being passed over.
	 */
	public static final Set<String> EXTENSIONS = Set.of("avif", "bmp", "gif", "heic", "jpeg", "jpg", "png", "tif",
			"tiff", "wbmp", "webp");

	private PictureFolder() {
	}

	/**
	 * Return the pictures of a folder, not of those inside it, ordered by name.
	 * @param folder the folder
	 * @return the files of the pictures
	 * @throws IOException if the folder cannot be read
	 */
	public static List<Path> pictures(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(PictureFolder::isPicture).sorted().toList();
		}
	}

	private static boolean isPicture(Path file) {
		String extension = StringUtils.getFilenameExtension(file.getFileName().toString());
		return extension != null && EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))
				&& Files.isRegularFile(file);
	}

}
