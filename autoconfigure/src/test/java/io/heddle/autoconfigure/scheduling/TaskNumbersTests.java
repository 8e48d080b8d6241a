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

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TaskNumbers}.
 */
class TaskNumbersTests {

	private final TaskNumbers numbers = new TaskNumbers();

	private final Set<String> taken = new HashSet<>();

	@Test
	void shouldNumberAllButTheFirst() {
		assertThat(take("purge")).isEqualTo("purge");
		assertThat(take("purge")).isEqualTo("purge#2");
		assertThat(take("purge")).isEqualTo("purge#3");
		assertThat(take("report")).isEqualTo("report");
	}

	@Test
	void shouldGiveTheLowestNumberThatIsFree() {
		for (int i = 0; i < 5; i++) {
			take("purge");
		}
		release("purge#4");
		release("purge#2");
		assertThat(take("purge")).isEqualTo("purge#2");
		assertThat(take("purge")).isEqualTo("purge#4");
		assertThat(take("purge")).isEqualTo("purge#6");
		release("purge");
		assertThat(take("purge")).isEqualTo("purge");
	}

	@Test
	void shouldLeaveOutANumberThatAnIdentifierHasByItself() {
		this.taken.add("purge#2");
		take("purge");
		assertThat(take("purge")).isEqualTo("purge#3");
		release("purge#x");
		release("purge#99999999999");
		assertThat(take("purge")).isEqualTo("purge#4");
	}

	private String take(String id) {
		String free = this.numbers.next(id, this.taken::contains);
		assertThat(this.taken.add(free)).isTrue();
		return free;
	}

	private void release(String id) {
		this.taken.remove(id);
		this.numbers.free(id);
	}

}
