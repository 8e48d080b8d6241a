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

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NightlyReportTests {

	private static final ZonedDateTime NIGHT = ZonedDateTime.parse("2026-11-23T02:00:00Z");

	@Test
	void shouldHaveALineForEachBatch() {
		BatchProgress batch = new BatchProgress(3, "24 drawn pictures", BatchState.DONE,
				List.of(PictureResult.waiting(1, "a.jpg").failed("Unreadable")), Duration.ofMillis(1500), null);
		assertThat(NightlyReport.of(List.of(batch), NIGHT).text().lines()).hasSize(2)
			.last()
			.isEqualTo("batch 3, 24 drawn pictures: done, 0 of 1 in 1.5 s");
	}

	@Test
	void shouldSayThatThereWasNothing() {
		assertThat(NightlyReport.of(List.of(), NIGHT).text()).contains("0 batches, 0 thumbnails, 0 failed");
	}

}
