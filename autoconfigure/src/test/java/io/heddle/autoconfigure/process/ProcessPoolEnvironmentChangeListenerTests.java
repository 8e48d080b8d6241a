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

package io.heddle.autoconfigure.process;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.process.ProcessPool;
import io.heddle.process.StartMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessPoolEnvironmentChangeListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProcessPoolEnvironmentChangeListenerTests {

	private static final String POOL = "heddle.process-pools.imaging.";

	@ParameterizedTest
	@EnumSource(StartMethod.class)
	void shouldApplyWhatCanChangeWhileRunning(StartMethod startMethod, CapturedOutput output) {
		run(startMethod, (context) -> {
			change(context, POOL + "size=3", POOL + "queue-capacity=11", POOL + "task-timeout=9s",
					POOL + "queue-timeout=8s", POOL + "stuck-after=7s");
			ProcessPool imaging = context.getBean("imaging", ProcessPool.class);
			assertThat(imaging.poolSnapshot().size()).isEqualTo(3);
			assertThat(imaging.snapshot().queue().capacity()).isEqualTo(11);
			assertThat(imaging.limits().taskTimeout()).hasSeconds(9);
			assertThat(imaging.limits().queueTimeout()).hasSeconds(8);
			assertThat(imaging.limits().stuckAfter()).hasSeconds(7);
			assertThat(output).doesNotContain("needs a restart").contains("Process pool 'imaging' was resized");
		});
	}

	@Test
	void shouldApplyChangedDefaultsOnce(CapturedOutput output) {
		run(StartMethod.SPAWN, (context) -> {
			change(context, "heddle.defaults.process-pools.stuck-after=7s");
			change(context, "heddle.defaults.process-pools.retries=2");
			assertThat(context.getBean("imaging", ProcessPool.class).limits().stuckAfter()).hasSeconds(7);
			assertThat(output).containsOnlyOnce("has new limits as configured");
		});
	}

	@Test
	void shouldLeaveAloneWhatDidNotChange() {
		run(StartMethod.SPAWN, (context) -> {
			ProcessPool imaging = context.getBean("imaging", ProcessPool.class);
			imaging.resize(5);
			change(context, POOL + "queue-capacity=11");
			assertThat(imaging.poolSnapshot().size()).isEqualTo(5);
			assertThat(imaging.snapshot().queue().capacity()).isEqualTo(11);
		});
	}

	@Test
	void shouldWarnOfWhatNeedsARestart(CapturedOutput output) {
		run(StartMethod.SPAWN, (context) -> {
			change(context, POOL + "restart.max=9", POOL + "max-worker-age=1h", POOL + "jvm.options=-Da=b",
					POOL + "environment.set.A=b", POOL + "size=2");
			assertThat(output).contains("The change of " + POOL + "environment.set, " + POOL + "jvm.options, " + POOL
					+ "max-worker-age, " + POOL + "restart.max needs a restart");
			assertThat(context.getBean("imaging", ProcessPool.class).poolSnapshot().size()).isEqualTo(2);
		});
	}

	@Test
	void shouldWarnOfNewPools(CapturedOutput output) {
		run(StartMethod.SPAWN, (context) -> {
			change(context, "heddle.process-pools.pdf.size=1");
			assertThat(output).contains("The process pool 'pdf' was added below 'heddle.process-pools'");
			assertThat(context).doesNotHaveBean("pdf");
		});
	}

	@Test
	void shouldChangeNothingIfAValueIsInvalid(CapturedOutput output) {
		run(StartMethod.SPAWN, (context) -> {
			change(context, POOL + "size=0", POOL + "task-timeout=9s");
			assertThat(output).contains("The changed configuration of process pools is not applied")
				.contains(POOL + "size");
			ProcessPool imaging = context.getBean("imaging", ProcessPool.class);
			assertThat(imaging.poolSnapshot().size()).isEqualTo(1);
			assertThat(imaging.limits().taskTimeout()).isEqualTo(Duration.ofSeconds(60));
		});
	}

	private void change(AssertableApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context.getSourceApplicationContext());
		context.publishEvent(new EnvironmentChangeEvent(context, Set.of()));
	}

	private void run(StartMethod startMethod, Consumer<AssertableApplicationContext> consumer) {
		HeddleRunner
			.create(POOL + "size=1", POOL + "task-timeout=60s", POOL + "start-method=" + startMethod, POOL + "spares=0",
					POOL + "jvm.class-data-archive=false")
			.run(consumer::accept);
	}

}
