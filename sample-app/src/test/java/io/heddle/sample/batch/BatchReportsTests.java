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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.NamedExecutor;
import io.heddle.sample.disk.DiskWriter;
import io.heddle.sample.picture.ContactSheet;
import io.heddle.sync.NamedBarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class BatchReportsTests {

	private final NamedExecutor executor = NamedExecutor.builder("reports").coreSize(2).build();

	private final NamedBarrier pictures = NamedBarrier.builder("pictures", 3).build();

	private final ContactSheet contactSheet = mock(ContactSheet.class);

	private final BatchReports reports = new BatchReports(this.executor, this.pictures, this.contactSheet,
			new Report(new DiskWriter()));

	@TempDir
	private Path folder;

	private Batch batch;

	@BeforeEach
	void createBatch() throws IOException {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.batch = new Batch(1, new BatchFolder(this.folder), new FolderPictures("pictures", this.folder),
				List.of("a.jpg"));
		given(this.contactSheet.print(any(), any())).willReturn(this.folder);
	}

	@AfterEach
	void end() {
		this.executor.shutdownNow();
	}

	@Test
	void shouldWaitForThePictures() throws Exception {
		try (StartedReports started = this.reports.start(this.batch)) {
			Awaitility.await().until(() -> this.pictures.waiting() == 2);
			assertThat(this.pictures.snapshot().missing()).isEqualTo(1);
			then(this.contactSheet).should(never()).print(any(), any());
			started.finish();
		}
		then(this.contactSheet).should().print(any(), any());
		assertThat(this.batch.folder().report()).exists();
		assertThat(this.pictures.isBroken()).isFalse();
	}

	@Test
	void shouldLetNobodyStayAtTheBarrierWhenTheBatchEndsEarly() throws Exception {
		for (int round = 0; round < 100; round++) {
			this.reports.start(this.batch).close();
			assertThat(this.pictures.waiting()).isZero();
			try (StartedReports next = this.reports.start(this.batch)) {
				next.finish();
			}
		}
	}

	@Test
	void shouldFailIfTheBarrierIsBrokenFromOutside() throws Exception {
		try (StartedReports started = this.reports.start(this.batch)) {
			Awaitility.await().until(() -> this.pictures.waiting() == 2);
			this.pictures.abort();
			assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(started::finish)
				.withMessageContaining("aborted");
		}
		try (StartedReports next = this.reports.start(this.batch)) {
			next.finish();
		}
	}

	@Test
	void shouldFailIfTheContactSheetFails() throws Exception {
		given(this.contactSheet.print(any(), any())).willThrow(new IOException("The disk is full"));
		try (StartedReports started = this.reports.start(this.batch)) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(started::finish)
				.withMessageContaining("The disk is full");
		}
	}

	@Test
	void shouldEndWhatIsStartedWhenTheExecutorTakesNoMore() {
		this.executor.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.reports.start(this.batch));
		assertThat(this.pictures.waiting()).isZero();
	}

}
