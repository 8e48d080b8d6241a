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
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

import io.heddle.sample.PhotoLabProperties;
import io.heddle.sample.picture.PictureFolder;

/**
 * What the command line asks for: {@code [folder] [--once]}, where the folder can be
 * given as {@code --folder=…} too. Wrong ones stop the start.
 */
@Component
class CommandLine {

	private static final String USAGE = "Name one folder with pictures, or none to have pictures drawn: "
			+ "[folder] [--once] [--server.port=…] [--photo-lab.output=…]";

	private final @Nullable Path folder;

	private final boolean once;

	CommandLine(ApplicationArguments arguments, PhotoLabProperties properties) {
		List<Path> folders = folders(arguments);
		if (folders.size() > 1) {
			throw new CommandLineException("There is more than one folder: " + folders, USAGE);
		}
		this.folder = folders.isEmpty() ? properties.folder() : folders.get(0);
		this.once = arguments.containsOption("once");
		if (this.folder != null) {
			requirePictures(this.folder);
		}
	}

	private static List<Path> folders(ApplicationArguments arguments) {
		List<String> names = new ArrayList<>(arguments.getNonOptionArgs());
		List<String> options = arguments.getOptionValues("folder");
		if (options != null) {
			names.addAll(options.isEmpty() ? List.of("") : options);
		}
		return names.stream().map(Path::of).toList();
	}

	private static void requirePictures(Path folder) {
		if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
			throw new CommandLineException("The folder '" + folder + "' does not exist or is no folder", USAGE);
		}
		try {
			if (PictureFolder.pictures(folder).isEmpty()) {
				throw new CommandLineException("There are no pictures in the folder '" + folder + "'",
						"Name a folder with files that end in " + String.join(", ", PictureFolder.EXTENSIONS)
								+ ". Folders inside it are not searched");
			}
		}
		catch (IOException ex) {
			throw new CommandLineException("The folder '" + folder + "' cannot be read: " + ex, USAGE);
		}
	}

	@Nullable Path folder() {
		return this.folder;
	}

	boolean once() {
		return this.once;
	}

}
