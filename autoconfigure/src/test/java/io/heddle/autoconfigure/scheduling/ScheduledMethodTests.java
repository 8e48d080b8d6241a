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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScheduledMethod}.
 */
class ScheduledMethodTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.Purge.run, com.acme.Purge.run", "com.acme.App$Purge.run, com.acme.App$Purge.run",
			"com.acme.Purge$$SpringCGLIB$$0.run, com.acme.Purge.run",
			"com.acme.App$$Lambda/0x00007f2c4c001000@1b2c3d, com.acme.App.lambda",
			"com.acme.App$$Lambda$14/0x00000008000c8@1b2c3d, com.acme.App.lambda",
			"com.acme.App$$Lambda$14/123456@1b2c3d, com.acme.App.lambda", "com.acme.Job@4f2a9, com.acme.Job",
			"Nightly report, Nightly report" })
	void shouldLeaveOutWhatDiffersFromOneStartToTheNext(String text, String id) {
		assertThat(ScheduledMethod.describe(new Object() {

			@Override
			public String toString() {
				return text;
			}

		})).isEqualTo(id);
	}

	@Test
	void shouldDescribeARealLambda() {
		Runnable lambda = () -> {
		};
		assertThat(ScheduledMethod.describe(lambda)).isEqualTo(ScheduledMethodTests.class.getName() + ".lambda");
	}

}
