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

package io.heddle.autoconfigure.executor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metadata from which the IDE completes properties.
 */
class ConfigurationMetadataTests {

	private Map<String, Object> metadata = Map.of();

	@BeforeEach
	void read() throws IOException {
		try (InputStream file = HeddleExecutorProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(file).isNotNull();
			this.metadata = JsonParserFactory.getJsonParser().parseMap(new String(file.readAllBytes()));
		}
	}

	@Test
	void shouldDescribeEveryPropertyOfAnExecutor() {
		List<Map<String, Object>> properties = list("properties");
		assertThat(properties).extracting((property) -> property.get("name"))
			.contains("heddle.executors", "heddle.defaults.executors.threads", "heddle.defaults.executors.core-size",
					"heddle.defaults.executors.max-size", "heddle.defaults.executors.keep-alive",
					"heddle.defaults.executors.scaling", "heddle.defaults.executors.queue.type",
					"heddle.defaults.executors.queue.capacity", "heddle.defaults.executors.rejection",
					"heddle.defaults.executors.rejection-timeout", "heddle.defaults.executors.queue-timeout",
					"heddle.defaults.executors.task-timeout", "heddle.defaults.executors.stuck-after",
					"heddle.defaults.executors.thread-name-prefix", "heddle.defaults.executors.daemon",
					"heddle.defaults.executors.priority", "heddle.defaults.executors.initializer",
					"heddle.defaults.executors.propagate-context", "heddle.defaults.executors.track-callers",
					"heddle.defaults.executors.shutdown.await-termination",
					"heddle.defaults.executors.shutdown.period");
		assertThat(properties).allSatisfy(
				(property) -> assertThat(property.get("description")).as("%s", property.get("name")).isNotNull());
	}

	@Test
	void shouldDescribeEveryPropertyOfAProcessPool() {
		List<Map<String, Object>> properties = list("properties").stream()
			.filter((property) -> property.get("name").toString().startsWith("heddle.defaults.process-pools."))
			.toList();
		assertThat(properties).hasSize(34);
		assertThat(properties).extracting((property) -> property.get("name"))
			.contains("heddle.defaults.process-pools.jvm.max-heap", "heddle.defaults.process-pools.environment.allow",
					"heddle.defaults.process-pools.restart.within");
		assertThat(list("properties")).extracting((property) -> property.get("name")).contains("heddle.process-pools");
		assertThat(list("hints")).extracting((hint) -> hint.get("name"))
			.contains("heddle.defaults.process-pools.sources");
	}

	@Test
	void shouldDescribeEveryPropertyOfAQueue() {
		assertThat(list("properties")).extracting((property) -> property.get("name"))
			.contains("heddle.queues", "heddle.defaults.queues.type", "heddle.defaults.queues.capacity",
					"heddle.defaults.queues.propagate-context");
	}

	@Test
	void shouldDescribeEveryPropertyOfASynchronizer() {
		assertThat(list("properties")).extracting((property) -> property.get("name"))
			.contains("heddle.locks", "heddle.semaphores", "heddle.events", "heddle.barriers",
					"heddle.defaults.locks.reentrant", "heddle.defaults.locks.fair",
					"heddle.defaults.semaphores.permits", "heddle.defaults.semaphores.fair",
					"heddle.defaults.semaphores.bounded", "heddle.defaults.events.set",
					"heddle.defaults.barriers.parties", "heddle.defaults.barriers.timeout",
					"heddle.deadlocks.check-interval");
		assertThat(list("properties")).filteredOn("name", "heddle.deadlocks.check-interval")
			.singleElement()
			.extracting("defaultValue")
			.isEqualTo("10s");
	}

	@Test
	void shouldDescribeEveryPropertyOfASubprocessPolicy() {
		assertThat(list("properties")).extracting((property) -> property.get("name"))
			.contains("heddle.subprocesses", "heddle.defaults.subprocesses.command",
					"heddle.defaults.subprocesses.allow-arguments", "heddle.defaults.subprocesses.timeout",
					"heddle.defaults.subprocesses.kill-grace", "heddle.defaults.subprocesses.kill-tree",
					"heddle.defaults.subprocesses.max-concurrent", "heddle.defaults.subprocesses.max-output",
					"heddle.defaults.subprocesses.on-overflow", "heddle.defaults.subprocesses.environment.inherit",
					"heddle.defaults.subprocesses.environment.allow", "heddle.defaults.subprocesses.environment.set",
					"heddle.defaults.subprocesses.working-directory", "heddle.defaults.subprocesses.success-exit-codes",
					"heddle.defaults.subprocesses.redact", "heddle.defaults.subprocesses.charset");
		assertThat(list("properties")).filteredOn("name", "heddle.defaults.subprocesses.success-exit-codes")
			.singleElement()
			.extracting("defaultValue")
			.isEqualTo(List.of(0));
	}

	@Test
	void shouldDescribeEveryPropertyOfAScheduler() {
		assertThat(list("properties")).extracting((property) -> property.get("name"))
			.contains("heddle.schedulers", "heddle.defaults.schedulers.size", "heddle.defaults.schedulers.threads",
					"heddle.defaults.schedulers.stuck-after", "heddle.defaults.schedulers.overdue-after",
					"heddle.defaults.schedulers.failing-after", "heddle.defaults.schedulers.thread-name-prefix",
					"heddle.defaults.schedulers.daemon", "heddle.defaults.schedulers.priority",
					"heddle.defaults.schedulers.propagate-context",
					"heddle.defaults.schedulers.shutdown.await-termination",
					"heddle.defaults.schedulers.shutdown.period", "heddle.defaults.schedulers.tasks");
	}

	@Test
	void shouldKnowDefaultValues() {
		assertThat(defaultOf("core-size")).isEqualTo(8);
		assertThat(defaultOf("keep-alive")).isEqualTo("60s");
		assertThat(defaultOf("rejection")).isEqualTo("abort");
		assertThat(defaultOf("priority")).isEqualTo(5);
		assertThat(defaultOf("propagate-context")).isEqualTo(true);
	}

	@Test
	void shouldHintAtRunnableBeansForTheInitializer() {
		assertThat(list("hints")).filteredOn((hint) -> hint.get("name").equals("heddle.defaults.executors.initializer"))
			.singleElement()
			.asString()
			.contains("spring-bean-reference")
			.contains("java.lang.Runnable");
	}

	private Object defaultOf(String key) {
		return list("properties").stream()
			.filter((property) -> property.get("name").equals("heddle.defaults.executors." + key))
			.map((property) -> property.get("defaultValue"))
			.findFirst()
			.orElseThrow();
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> list(String key) {
		return (List<Map<String, Object>>) this.metadata.get(key);
	}

}
