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

package io.heddle.scheduling;

import java.time.Duration;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The races of this package, run long.
 */
@Tag("long")
class SchedulingStressTests {

	@Nested
	class EventSchedulers extends EventSchedulerRaceTests {

		@Override
		protected Duration duration() {
			return longRun();
		}

	}

	@Nested
	class SteerableTasks extends SteerableTaskRaceTests {

		@Override
		protected Duration duration() {
			return longRun();
		}

	}

}
