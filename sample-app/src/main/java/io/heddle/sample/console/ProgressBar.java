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

import java.util.Locale;

import io.heddle.sample.batch.BatchProgress;
import io.heddle.sample.batch.BatchState;

/**
 * The progress of a batch as a line of text.
 */
final class ProgressBar {

	private static final int WIDTH = 30;

	private ProgressBar() {
	}

	static String of(BatchProgress progress) {
		int ended = progress.done() + progress.failed();
		int filled = (progress.total() > 0) ? WIDTH * ended / progress.total() : 0;
		String failed = (progress.failed() > 0) ? ", " + progress.failed() + " failed" : "";
		return "Batch %d [%s%s] %d/%d%s %s".formatted(progress.number(), "#".repeat(filled), "-".repeat(WIDTH - filled),
				ended, progress.total(), failed, state(progress.state()));
	}

	private static String state(BatchState state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

}
