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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import io.heddle.sample.disk.DiskWriter;
import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.OutputDestination;
import io.heddle.subprocess.Pipeline;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessInput;

/**
 * Makes the checksums and the archive of a batch, by the programs {@code sha256sum},
 * {@code tar} and {@code gzip}. On a machine that lacks one of them there are none.
 */
@Component
class BatchArchive {

	private static final int CHECKSUM_LENGTH = 64;

	private final @Nullable Subprocess sha256sum;

	private final @Nullable Subprocess tar;

	private final @Nullable Subprocess gzip;

	private final DiskWriter disk;

	BatchArchive(@Qualifier("sha256sum") ObjectProvider<Subprocess> sha256sum,
			@Qualifier("tar") ObjectProvider<Subprocess> tar, @Qualifier("gzip") ObjectProvider<Subprocess> gzip,
			DiskWriter disk) {
		this.sha256sum = sha256sum.getIfAvailable();
		this.tar = tar.getIfAvailable();
		this.gzip = gzip.getIfAvailable();
		this.disk = disk;
	}

	void make(BatchFolder folder) throws IOException, InterruptedException, ExecutionException {
		if (this.sha256sum == null || this.tar == null || this.gzip == null) {
			return;
		}
		String checksums = checksums(this.sha256sum, folder);
		this.disk.write(folder.checksums(), checksums.getBytes(StandardCharsets.UTF_8));
		Pipeline
			.of(this.tar.command("--directory=" + folder.root(), "pictures", "thumbnails", "contact-sheet.jpg",
					"report.html", "checksums.txt"),
					this.gzip.command().stdout(OutputDestination.file(folder.archive())))
			.run()
			.check();
	}

	// Each file is the input of a process, so that no name of a file is ever an argument
	private static String checksums(Subprocess sha256sum, BatchFolder folder)
			throws IOException, InterruptedException, ExecutionException {
		StringBuilder lines = new StringBuilder();
		try (StartedTasks started = new StartedTasks()) {
			Map<Path, Future<CompletedProcess>> checksums = new LinkedHashMap<>();
			for (Path file : files(folder)) {
				checksums.put(file, started.add(sha256sum.runAsync(SubprocessInput.of(file))));
			}
			for (Map.Entry<Path, Future<CompletedProcess>> checksum : checksums.entrySet()) {
				lines.append(checksum.getValue().get().check().stdout(), 0, CHECKSUM_LENGTH)
					.append("  ")
					.append(folder.root().relativize(checksum.getKey()))
					.append('\n');
			}
		}
		return lines.toString();
	}

	private static List<Path> files(BatchFolder folder) throws IOException {
		try (Stream<Path> pictures = Files.list(folder.pictures());
				Stream<Path> thumbnails = Files.list(folder.thumbnails())) {
			return Stream.concat(pictures.sorted(), thumbnails.sorted()).toList();
		}
	}

}
