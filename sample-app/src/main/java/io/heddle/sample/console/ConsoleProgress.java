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

import java.io.PrintStream;
import java.util.Locale;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchFolder;
import io.heddle.sample.batch.BatchProgress;
import io.heddle.sample.batch.BatchProgressed;
import io.heddle.sample.batch.BatchState;

/**
 * Prints the progress of batches: on a terminal a bar that moves, elsewhere a line for
 * every quarter.
 */
@Component
class ConsoleProgress {

	private static final int STEPS = 4;

	private final Terminal terminal;

	private final Page page;

	private int batch;

	private int step;

	private boolean ended;

	ConsoleProgress(Terminal terminal, Page page) {
		this.terminal = terminal;
		this.page = page;
	}

	@EventListener
	synchronized void onProgress(BatchProgressed event) {
		BatchProgress progress = event.progress();
		if (progress.number() != this.batch) {
			this.batch = progress.number();
			this.step = -1;
			this.ended = false;
		}
		if (this.ended) {
			return;
		}
		this.ended = progress.state().isEnd();
		showBar(progress);
		if (this.ended) {
			showSummary(event.batch(), progress);
		}
	}

	private void showBar(BatchProgress progress) {
		if (this.terminal.interactive()) {
			// Spaces wipe out what is left of a longer line
			this.terminal.output().print("\r" + ProgressBar.of(progress) + "    ");
			this.terminal.output().flush();
			return;
		}
		int reached = STEPS * (progress.done() + progress.failed()) / progress.total();
		if (reached > this.step) {
			this.step = reached;
			this.terminal.output().println(ProgressBar.of(progress));
		}
	}

	private void showSummary(Batch batch, BatchProgress progress) {
		PrintStream output = this.terminal.output();
		if (this.terminal.interactive()) {
			output.println();
		}
		output.printf(Locale.ROOT, "Batch %d %s: %d thumbnails, %d failed, in %.1f s%n", progress.number(),
				progress.state().name().toLowerCase(Locale.ROOT), progress.done(), progress.failed(),
				progress.took().toMillis() / 1000.0);
		if (progress.failure() != null) {
			output.println("  Failure        " + progress.failure());
		}
		if (progress.state() == BatchState.DONE) {
			output.println("  Contact sheet  " + batch.folder().contactSheet());
			output.println("  Report         " + batch.folder().report());
			showArchive(batch.folder());
		}
		output.println("  Page           " + this.page.address());
	}

	private void showArchive(BatchFolder folder) {
		if (folder.isArchived()) {
			this.terminal.output().println("  Checksums      " + folder.checksums());
			this.terminal.output().println("  Archive        " + folder.archive());
		}
	}

}
