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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.process.StartMethod;
import io.heddle.process.WorkerLog;
import io.heddle.subprocess.EnvironmentInheritance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessPoolPropertiesBinder}.
 */
class ProcessPoolPropertiesBinderTests {

	@Test
	void shouldBindEveryProperty() throws IOException {
		ProcessPoolProperties imaging = bind("""
				heddle:
				  process-pools:
				    imaging:
				      size: 4
				      start-method: warm
				      spares: 2
				      start: eager
				      max-tasks-per-worker: 1000
				      max-worker-age: 6h
				      max-worker-memory: 512MB
				      task-timeout: 1m
				      queue-timeout: 2m
				      stuck-after: 30s
				      kill-grace: 3s
				      retries: 1
				      restart: {max: 6, within: 2m, backoff: 300ms}
				      queue-capacity: 2000
				      max-depth: 2
				      jvm: {java-home: , options: [-ea, "-Dsome=1"], max-heap: 128m, class-data-archive: false}
				      environment: {inherit: allow-list, allow: [PATH], set: {"[IM_HOME]": /opt/im, PLAIN: x}}
				      working-directory:
				      sources: [io.heddle.autoconfigure.process.ProcessPoolPropertiesBinderTests]
				      serialization: {allow: [com.acme.**, com.acme.Type], max-size: 32MB}
				      propagate-context: false
				      log: discard
				      spin: 50us
				      track-callers: true
				      shutdown: {await-termination: true, period: 30s}
				""").get("imaging").properties();
		assertThat(imaging.getSize()).isEqualTo(4);
		assertThat(imaging.getStartMethod()).isEqualTo(StartMethod.WARM);
		assertThat(imaging.getSpares()).isEqualTo(2);
		assertThat(imaging.getStart()).isEqualTo(ProcessPoolProperties.Start.EAGER);
		assertThat(imaging.getMaxTasksPerWorker()).isEqualTo(1000);
		assertThat(imaging.getMaxWorkerAge()).isEqualTo(Duration.ofHours(6));
		assertThat(imaging.getMaxWorkerMemory()).isEqualTo(DataSize.ofMegabytes(512));
		assertThat(imaging.getTaskTimeout()).isEqualTo(Duration.ofMinutes(1));
		assertThat(imaging.getQueueTimeout()).isEqualTo(Duration.ofMinutes(2));
		assertThat(imaging.getStuckAfter()).isEqualTo(Duration.ofSeconds(30));
		assertThat(imaging.getKillGrace()).isEqualTo(Duration.ofSeconds(3));
		assertThat(imaging.getRetries()).isEqualTo(1);
		assertThat(imaging.getRestart().getMax()).isEqualTo(6);
		assertThat(imaging.getRestart().getWithin()).isEqualTo(Duration.ofMinutes(2));
		assertThat(imaging.getRestart().getBackoff()).isEqualTo(Duration.ofMillis(300));
		assertThat(imaging.getQueueCapacity()).isEqualTo(2000);
		assertThat(imaging.getMaxDepth()).isEqualTo(2);
		assertThat(imaging.getJvm().getJavaHome()).isNull();
		assertThat(imaging.getJvm().getOptions()).containsExactly("-ea", "-Dsome=1");
		assertThat(imaging.getJvm().getMaxHeap()).isEqualTo("128m");
		assertThat(imaging.getJvm().isClassDataArchive()).isFalse();
		assertThat(imaging.getEnvironment().getInherit()).isEqualTo(EnvironmentInheritance.ALLOW_LIST);
		assertThat(imaging.getEnvironment().getAllow()).containsExactly("PATH");
		assertThat(imaging.getEnvironment().getSet()).containsOnly(Map.entry("IM_HOME", "/opt/im"),
				Map.entry("PLAIN", "x"));
		assertThat(imaging.getWorkingDirectory()).isNull();
		assertThat(imaging.getSources()).containsExactly(ProcessPoolPropertiesBinderTests.class.getName());
		assertThat(imaging.getSerialization().getAllow()).containsExactly("com.acme.**", "com.acme.Type");
		assertThat(imaging.getSerialization().getMaxSize()).isEqualTo(DataSize.ofMegabytes(32));
		assertThat(imaging.isPropagateContext()).isFalse();
		assertThat(imaging.getLog()).isEqualTo(WorkerLog.DISCARD);
		assertThat(imaging.getSpin()).isEqualTo(Duration.ofNanos(50_000));
		assertThat(imaging.isTrackCallers()).isTrue();
		assertThat(imaging.getShutdown().getAwaitTermination()).isTrue();
		assertThat(imaging.getShutdown().getPeriod()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void shouldInheritTheDefaults() throws IOException {
		Map<String, NamedEntry<ProcessPoolProperties>> pools = bind("""
				heddle:
				  defaults:
				    process-pools: {size: 3, jvm: {max-heap: 64m, options: [-ea]}, environment: {set: {A: "1"}}}
				  process-pools:
				    imaging: {retries: 2, jvm: {max-heap: 96m}}
				    pdf: {size: , jvm: {options: []}}
				""");
		ProcessPoolProperties imaging = pools.get("imaging").properties();
		assertThat(imaging.getSize()).isEqualTo(3);
		assertThat(imaging.getRetries()).isEqualTo(2);
		assertThat(imaging.getJvm().getMaxHeap()).isEqualTo("96m");
		assertThat(imaging.getJvm().getOptions()).containsExactly("-ea");
		assertThat(imaging.getEnvironment().getSet()).containsEntry("A", "1");
		ProcessPoolProperties pdf = pools.get("pdf").properties();
		assertThat(pdf.getSize()).isNull();
		assertThat(pdf.getJvm().getMaxHeap()).isEqualTo("64m");
		assertThat(pdf.getJvm().getOptions()).isEmpty();
	}

	@Test
	void shouldBindAnEntryWithoutKeys() throws IOException {
		assertThat(bind("heddle: {process-pools: {imaging: }}")).containsOnlyKeys("imaging");
	}

	@Test
	void shouldKeepTheNamesOfVariablesWithUnderscores() throws IOException {
		assertThat(bind("heddle: {process-pools: {imaging: {environment: {set: {IM_HOME: /opt}}}}}").get("imaging")
			.properties()
			.getEnvironment()
			.getSet()).containsOnly(Map.entry("IM_HOME", "/opt"));
	}

	private Map<String, NamedEntry<ProcessPoolProperties>> bind(String yaml) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.forEach(environment.getPropertySources()::addFirst);
		return new ProcessPoolPropertiesBinder(environment).bind();
	}

}
