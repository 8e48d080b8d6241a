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

package io.heddle.autoconfigure.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.scheduling.support.SimpleTriggerContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JumpTolerantTrigger}.
 */
class JumpTolerantTriggerTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private static Instant next(Trigger trigger, Instant last, Instant now) {
		SimpleTriggerContext context = new SimpleTriggerContext(Clock.fixed(now, ZoneOffset.UTC));
		context.update(last, now, now);
		return new JumpTolerantTrigger(trigger).nextExecution(context);
	}

	@Test
	void shouldDoAsTheTriggerWhileTheClockGoesOn() {
		CronTrigger everyMinute = new CronTrigger("0 * * * * *");
		assertThat(next(everyMinute, NOON, NOON)).isEqualTo(NOON.plusSeconds(60));
		assertThat(next(everyMinute, NOON, NOON.plusSeconds(100))).isEqualTo(NOON.plusSeconds(120));
		SimpleTriggerContext fresh = new SimpleTriggerContext(Clock.fixed(NOON, ZoneOffset.UTC));
		assertThat(new JumpTolerantTrigger(everyMinute).nextExecution(fresh)).isEqualTo(NOON.plusSeconds(60));
		assertThat(new JumpTolerantTrigger((context) -> null).nextExecution(fresh)).isNull();
	}

	@Test
	void shouldNotStallWhenTheClockJumpsBack() {
		Instant anHourBack = NOON.minus(Duration.ofHours(1));
		assertThat(next(new CronTrigger("0 * * * * *"), NOON, anHourBack)).isEqualTo(anHourBack.plusSeconds(60));
		PeriodicTrigger periodic = new PeriodicTrigger(Duration.ofSeconds(10));
		periodic.setFixedRate(true);
		assertThat(next(periodic, NOON, anHourBack)).isEqualTo(anHourBack.plusSeconds(10));
		periodic.setFixedRate(false);
		assertThat(next(periodic, NOON, anHourBack)).isEqualTo(anHourBack.plusSeconds(10));
	}

	@Test
	void shouldRepeatNoRunAfterASmallJump() {
		assertThat(next(new CronTrigger("0 0 12 * * *"), NOON, NOON.minusSeconds(30)))
			.isEqualTo(NOON.plus(Duration.ofDays(1)));
		assertThat(next(new CronTrigger("0 * * * * *"), NOON, NOON.minusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
	}

}
