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

package io.heddle.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a pool tells of the submitters of its tasks.
 */
class SubmitterTests extends AbstractProcessPoolTests {

	@Test
	void shouldNameCallerOutsideOfPool() {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(StartMethod.THREAD).trackCallers(true));
		pool.pause();
		pool.submit(() -> 0);
		assertThat(pool.queued().get(0).submittedBy()).startsWith(Thread.currentThread().getName() + " (")
			.doesNotContain("io.heddle");
	}

}
