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

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/**
 * A line of text for each of the last batches.
 *
 * @param text the text
 */
record NightlyReport(String text) {

	static NightlyReport of(List<BatchProgress> batches, ZonedDateTime time) {
		StringBuilder text = new StringBuilder("Photo lab, "
				+ time.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH))
				+ ": " + batches.size() + " batches, " + batches.stream().mapToInt(BatchProgress::done).sum()
				+ " thumbnails, " + batches.stream().mapToInt(BatchProgress::failed).sum() + " failed\n");
		for (BatchProgress batch : batches) {
			text.append(String.format(Locale.ENGLISH, "batch %d, %s: %s, %d of %d in %.1f s%n", batch.number(),
					batch.source(), batch.state().name().toLowerCase(Locale.ROOT), batch.done(), batch.total(),
					batch.took().toMillis() / 1000.0));
		}
		return new NightlyReport(text.toString());
	}

}
