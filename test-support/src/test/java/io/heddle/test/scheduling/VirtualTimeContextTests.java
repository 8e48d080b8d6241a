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

package io.heddle.test.scheduling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the context of what runs in {@link VirtualTime} on a named scheduler.
 */
@SpringBootTest(classes = VirtualTimeContextTests.Jobs.class, properties = "heddle.schedulers.housekeeping.size=1")
@VirtualTime
class VirtualTimeContextTests {

	@Autowired
	private VirtualClock clock;

	@Autowired
	@Qualifier("housekeeping")
	private ThreadPoolTaskScheduler housekeeping;

	@Autowired
	private Jobs jobs;

	@Test
	void shouldHideFromRunsAndTheTestWhatOthersHaveSet() throws Exception {
		MDC.put("user", "test");
		try {
			this.clock.advance(Duration.ofHours(3));
			assertThat(this.jobs.seen).hasSizeGreaterThan(4).containsOnlyNulls();
			assertThat(MDC.get("user")).isEqualTo("test");
			List<String> once = new ArrayList<>();
			this.housekeeping.schedule(() -> {
				once.add(MDC.get("user"));
				MDC.put("user", "once");
			}, this.clock.instant());
			this.clock.advance(Duration.ofSeconds(1));
			assertThat(once).containsExactly("test");
			assertThat(MDC.get("user")).isEqualTo("test");
		}
		finally {
			MDC.clear();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Jobs {

		private final List<String> seen = new ArrayList<>();

		@Scheduled(fixedRate = 3_600_000, scheduler = "housekeeping")
		void one() {
			this.seen.add(MDC.get("user"));
			MDC.put("user", "one");
		}

		@Scheduled(cron = "0 0 * * * *", scheduler = "housekeeping")
		void other() {
			this.seen.add(MDC.get("user"));
			MDC.put("user", "other");
		}

	}

}
