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

package io.heddle.autoconfigure.named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.heddle.queue.NamedQueue;
import io.heddle.sync.NamedBarrier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerBeans}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerBeansTests {

	@Test
	void shouldNotBeMadeForTheEventsOfTheEndOfTheContext(CapturedOutput output) {
		HeddleRunner.create("heddle.barriers.cutover.parties=2", "heddle.queues.orders.capacity=1")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBean(NamedBarrier.class).isBroken()).isFalse();
				context.getBean(NamedQueue.class);
			});
		assertThat(output).doesNotContain("BeanCreationNotAllowedException").doesNotContain("failed");
	}

}
