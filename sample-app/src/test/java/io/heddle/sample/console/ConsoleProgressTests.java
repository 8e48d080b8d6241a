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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchFolder;
import io.heddle.sample.batch.BatchProgress;
import io.heddle.sample.batch.BatchProgressed;
import io.heddle.sample.batch.BatchState;
import io.heddle.sample.batch.PictureResult;
import io.heddle.sample.batch.PictureState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ConsoleProgressTests {

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@Test
	void shouldPrintALineForEveryQuarterWithoutATerminal() {
		play(false, 8);
		assertThat(lines()).hasSize(5 + 4);
		assertThat(lines().get(0)).isEqualTo("Batch 3 [------------------------------] 0/8 running");
		assertThat(lines().get(2)).isEqualTo("Batch 3 [###############---------------] 4/8 running");
		assertThat(printed()).doesNotContain("\r");
	}

	@Test
	void shouldPrintOverTheSameLineOnATerminal() {
		play(true, 8);
		assertThat(lines()).hasSize(1 + 4);
		assertThat(lines().get(0).split("\r")).hasSize(1 + 10);
	}

	@Test
	void shouldSumUpOnceWithFilesAndPage() {
		play(false, 2);
		assertThat(printed()).containsOnlyOnce("Batch 3 done: 2 thumbnails, 0 failed, in 1.5 s")
			.contains(Path.of("out", "batch-3", "contact-sheet.jpg").toString(), "report.html")
			.contains("http://127.0.0.1:8765/");
	}

	@Test
	void shouldSayWhyABatchFailed() {
		console(false).onProgress(new BatchProgressed(batch(), progress(2, 0, BatchState.FAILED, "The disk is full")));
		assertThat(printed()).contains("Batch 3 failed: 0 thumbnails", "The disk is full")
			.doesNotContain("contact-sheet");
	}

	private void play(boolean interactive, int total) {
		ConsoleProgress console = console(interactive);
		for (int done = 0; done <= total; done++) {
			console.onProgress(new BatchProgressed(batch(), progress(total, done, BatchState.RUNNING, null)));
		}
		console.onProgress(new BatchProgressed(batch(), progress(total, total, BatchState.DONE, null)));
		console.onProgress(new BatchProgressed(batch(), progress(total, total, BatchState.DONE, null)));
	}

	private ConsoleProgress console(boolean interactive) {
		Terminal terminal = new Terminal(new PrintStream(this.output, true, StandardCharsets.UTF_8), interactive);
		return new ConsoleProgress(terminal, new Page(new MockEnvironment().withProperty("local.server.port", "8765")));
	}

	private Batch batch() {
		Batch batch = mock(Batch.class);
		given(batch.folder()).willReturn(new BatchFolder(Path.of("out", "batch-3")));
		return batch;
	}

	private BatchProgress progress(int total, int done, BatchState state, String failure) {
		List<PictureResult> pictures = new ArrayList<>();
		for (int number = 1; number <= total; number++) {
			PictureState picture = (number <= done) ? PictureState.DONE : PictureState.WAITING;
			pictures.add(new PictureResult(number, "a.jpg", picture, null, null));
		}
		return new BatchProgress(3, "pictures", state, pictures, Duration.ofMillis(1500), failure);
	}

	private String printed() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	private List<String> lines() {
		return List.of(printed().split("\n"));
	}

}
