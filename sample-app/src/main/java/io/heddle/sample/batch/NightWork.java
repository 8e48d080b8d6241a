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
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.heddle.sample.PhotoLabProperties;
import io.heddle.scheduling.TaskId;

/**
 * What is done at night: a report of the batches, then old batches are removed. Both run
 * on the scheduler {@code housekeeping}, and by a click on the page at any time.
 */
@Component
class NightWork {

	private static final Logger logger = LoggerFactory.getLogger(NightWork.class);

	private final BatchService batches;

	private final OutputFolder output;

	private final Duration keep;

	private final Clock clock = Clock.systemDefaultZone();

	NightWork(BatchService batches, OutputFolder output, PhotoLabProperties properties) {
		this.batches = batches;
		this.output = output;
		this.keep = properties.keep();
	}

	@Scheduled(cron = "0 0 2 * * *", scheduler = "housekeeping")
	@TaskId("nightly-report")
	void report() throws IOException {
		Path report = this.output
			.writeReport(NightlyReport.of(this.batches.remembered().stream().map(Batch::progress).toList(),
					this.clock.instant().atZone(this.clock.getZone())));
		logger.info("The nightly report is in {}", report);
	}

	/**
	 * Batches that can still be seen on the page are kept whatever their age.
	 */
	@Scheduled(cron = "0 0 4 * * *", scheduler = "housekeeping")
	@TaskId("purge")
	void purge() throws IOException {
		Set<Path> shown = this.batches.remembered()
			.stream()
			.map((batch) -> batch.folder().root())
			.collect(Collectors.toSet());
		int removed = this.output.purge(this.clock.instant().minus(this.keep), shown);
		logger.info("Removed {} batches older than {}", removed, this.keep);
	}

}
