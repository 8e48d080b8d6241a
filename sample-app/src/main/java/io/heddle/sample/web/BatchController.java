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

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchService;
import io.heddle.sample.batch.NoPicturesException;
import io.heddle.sample.batch.Upload;

/**
 * Starts batches, and tells how far they are.
 */
@RestController
@RequestMapping("/api/batches")
class BatchController {

	private final BatchService batches;

	BatchController(BatchService batches) {
		this.batches = batches;
	}

	@GetMapping("/latest")
	ResponseEntity<BatchView> latest() {
		Batch batch = this.batches.latest();
		return (batch != null) ? ResponseEntity.ok(BatchView.of(batch)) : ResponseEntity.noContent().build();
	}

	@GetMapping("/{number}")
	ResponseEntity<BatchView> batch(@PathVariable int number) {
		Batch batch = this.batches.find(number);
		return (batch != null) ? ResponseEntity.ok(BatchView.of(batch)) : ResponseEntity.notFound().build();
	}

	@PostMapping
	ResponseEntity<BatchView> startAgain() throws IOException {
		return accepted(this.batches.startAgain());
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<BatchView> startUploads(@RequestParam("pictures") List<MultipartFile> pictures) throws IOException {
		List<Upload> uploads = pictures.stream()
			.filter((file) -> !file.isEmpty())
			.map((file) -> new Upload(name(file), file))
			.toList();
		return accepted(this.batches.startUploads(uploads));
	}

	private String name(MultipartFile file) {
		String name = file.getOriginalFilename();
		return (name != null) ? name : file.getName();
	}

	private ResponseEntity<BatchView> accepted(Batch batch) {
		return ResponseEntity.accepted()
			.location(URI.create("/api/batches/" + batch.number()))
			.body(BatchView.of(batch));
	}

	@ExceptionHandler
	ProblemDetail onNoPictures(NoPicturesException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail onRejected(RejectedExecutionException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"Too many batches wait already. Try again when one is done");
	}

}
