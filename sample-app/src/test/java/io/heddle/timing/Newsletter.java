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

package io.heddle.timing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A bean with scheduled methods that ask a clock.
 */
// tag::tasks[]
@Component
public class Newsletter {

	private final Clock clock;

	private final List<LocalDate> issues = new ArrayList<>();

	private LocalDateTime checked;

	Newsletter(Clock clock) {
		this.clock = clock;
		this.checked = LocalDateTime.now(clock);
	}

	@Scheduled(cron = "0 0 6 * * MON-FRI")
	void send() {
		this.issues.add(LocalDate.now(this.clock));
	}

	@Scheduled(fixedDelayString = "10m", initialDelayString = "1m")
	void checkSubscriptions() {
		this.checked = LocalDateTime.now(this.clock);
	}
	// end::tasks[]

	List<LocalDate> issues() {
		return this.issues;
	}

	LocalDateTime checked() {
		return this.checked;
	}

}
