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

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.heddle.test.scheduling.VirtualClock;
import io.heddle.test.scheduling.VirtualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of the page on virtual time.
 */
// tag::test[]
@SpringBootTest
@VirtualTime(start = "2026-03-02T00:00:00Z") // a Monday
class NewsletterTests {

	@Autowired
	private VirtualClock clock;

	@Autowired
	private Newsletter newsletter;

	@Test
	void shouldBeSentOnWeekdays() {
		this.clock.advance(Duration.ofDays(7));
		assertThat(this.newsletter.issues()).hasSize(5)
			.startsWith(LocalDate.parse("2026-03-02"))
			.endsWith(LocalDate.parse("2026-03-06"));
		assertThat(this.newsletter.checked()).isEqualTo(LocalDateTime.parse("2026-03-08T23:51:00"));
	}

}
// end::test[]
