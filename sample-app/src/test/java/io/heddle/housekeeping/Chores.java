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

package io.heddle.housekeeping;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.heddle.scheduling.TaskId;

// tag::chores[]
@Component
public class Chores {

	private final Archive archive;

	Chores(Archive archive) {
		this.archive = archive;
	}

	@Scheduled(cron = "0 0 3 * * *", zone = "Europe/Berlin", scheduler = "housekeeping")
	@TaskId("purge")
	void purge() {
		this.archive.purge();
	}

	@Scheduled(fixedRate = 6, initialDelay = 6, timeUnit = TimeUnit.HOURS)
	void report() {
		this.archive.report();
	}

}
// end::chores[]
