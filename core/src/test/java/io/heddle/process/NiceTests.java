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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Nice}.
 */
class NiceTests {

	@Test
	@EnabledOnOs(OS.LINUX)
	void shouldStandBackInTheProcessThatIsStarted() throws Exception {
		Process process = new ProcessBuilder(Nice.words(List.of("cat", "/proc/self/stat"))).start();
		String stat = new String(process.getInputStream().readAllBytes());
		assertThat(stat).startsWith(process.pid() + " (cat)");
		assertThat(stat.split(" ")[18]).isEqualTo("19");
	}

}
