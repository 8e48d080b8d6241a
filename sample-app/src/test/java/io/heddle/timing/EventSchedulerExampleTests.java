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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.heddle.scheduling.EventScheduler;
import io.heddle.scheduling.ScheduledEvent;
import io.heddle.test.scheduling.VirtualClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves the example of the page on event schedulers.
 */
class EventSchedulerExampleTests {

	private final List<String> log = new ArrayList<>();

	@Test
	void shouldRunInOrderOfTimeAndPriority() throws Exception {
		// tag::scheduler[]
		EventScheduler scheduler = new EventScheduler();
		Instant soon = Instant.now().plusMillis(50);
		scheduler.enterAt(soon, 2, () -> print("second"));
		scheduler.enterAt(soon, 1, () -> print("first"));
		ScheduledEvent alarm = scheduler.enter(Duration.ofHours(8), 1, () -> print("alarm"));
		scheduler.cancel(alarm);
		scheduler.run();
		// end::scheduler[]
		assertThat(this.log).containsExactly("first", "second");
		assertThat(scheduler.isEmpty()).isTrue();
	}

	@Test
	void shouldNotWaitForAVirtualClock() {
		// tag::clock[]
		VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
		EventScheduler scheduler = clock.eventScheduler();
		scheduler.enter(Duration.ofHours(6), 0, () -> print("It is " + clock.instant()));
		clock.advance(Duration.ofDays(1));
		// end::clock[]
		assertThat(this.log).containsExactly("It is 2026-01-01T06:00:00Z");
		assertThat(clock.instant()).isEqualTo("2026-01-02T00:00:00Z");
	}

	private void print(String text) {
		this.log.add(text);
	}

}
