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

package io.heddle.executor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkerSlot}.
 */
class WorkerSlotTests extends AbstractExecutorTests {

	private MonitoredExecutor executor;

	private final WorkerSlot slot = new ThreadSlot(Thread.currentThread(), null);

	@Test
	void shouldShowTaskWithItsStartAndThread() {
		Task task = task();
		this.slot.begin(task, 100);
		WorkerSlot.Activity activity = this.slot.activity();
		assertThat(activity.task()).isSameAs(task);
		assertThat(activity.ranFor(130)).isEqualTo(30);
		assertThat(activity.slot().name()).isEqualTo(Thread.currentThread().getName());
		assertThat(this.slot.end(150)).isEqualTo(100);
		assertThat(this.slot.lastEnd()).isEqualTo(150);
		assertThat(this.slot.activity()).isNull();
	}

	@Test
	void shouldNotHaveRunForNegativeTime() {
		this.slot.begin(task(), 100);
		assertThat(this.slot.activity().ranFor(90)).isZero();
	}

	@Test
	void shouldReportEachTaskOnce() {
		Task task = task();
		assertThat(this.slot.reportOnce(task)).isTrue();
		assertThat(this.slot.reportOnce(task)).isFalse();
		assertThat(this.slot.reportOnce(task())).isTrue();
	}

	private Task task() {
		if (this.executor == null) {
			this.executor = (MonitoredExecutor) build(ThreadKind.PLATFORM);
		}
		return this.executor.monitor().accept(() -> {
		});
	}

}
