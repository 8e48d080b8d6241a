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

package io.heddle.sample.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchFolder;
import io.heddle.sample.batch.BatchService;

/**
 * Serves the files that the lab made, and no others: what was uploaded is never given out
 * but in the archive.
 */
@RestController
@RequestMapping("/batches/{batch}")
class BatchFileController {

	private final BatchService batches;

	BatchFileController(BatchService batches) {
		this.batches = batches;
	}

	@GetMapping("/thumbnails/{picture}.jpg")
	ResponseEntity<Resource> thumbnail(@PathVariable int batch, @PathVariable int picture) {
		return file(batch, (folder) -> folder.thumbnail(picture), MediaType.IMAGE_JPEG);
	}

	@GetMapping("/prints/{order}.jpg")
	ResponseEntity<Resource> print(@PathVariable int batch, @PathVariable long order) {
		return file(batch, (folder) -> folder.print(order), MediaType.IMAGE_JPEG);
	}

	@GetMapping("/contact-sheet.jpg")
	ResponseEntity<Resource> contactSheet(@PathVariable int batch) {
		return file(batch, BatchFolder::contactSheet, MediaType.IMAGE_JPEG);
	}

	@GetMapping("/report.html")
	ResponseEntity<Resource> report(@PathVariable int batch) {
		return file(batch, BatchFolder::report, MediaType.TEXT_HTML);
	}

	@GetMapping("/checksums.txt")
	ResponseEntity<Resource> checksums(@PathVariable int batch) {
		return file(batch, BatchFolder::checksums, MediaType.TEXT_PLAIN);
	}

	@GetMapping("/archive.tar.gz")
	ResponseEntity<Resource> archive(@PathVariable int batch) {
		return file(batch, BatchFolder::archive, new MediaType("application", "gzip"));
	}

	private ResponseEntity<Resource> file(int number, Function<BatchFolder, Path> path, MediaType type) {
		Batch batch = this.batches.find(number);
		Path file = (batch != null) ? path.apply(batch.folder()) : null;
		if (file == null || !Files.isRegularFile(file)) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
			.body(new FileSystemResource(file));
	}

}
