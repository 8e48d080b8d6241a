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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the worker is told over the authenticated connection. Travels in plain values, so
 * that the worker starts without the JDK's serialization. Immutable.
 *
 * @param setup pool, depth and context
 * @param beansFactory the class that opens the beans, or {@code null}
 * @param allow the patterns of the user's allow-list
 * @param maxFrameSize the limit of a frame in bytes
 * @param log what becomes of log and output
 * @param spin how long to poll for a frame before sleeping
 * @param killGrace how long the worker may take to end
 * @param contexts whether tasks bring the context of their submitter
 * @param rehearsals how often a worker that waits for its first task rehearses it
 */
record WorkerConfig(WorkerSetup setup, @Nullable String beansFactory, List<String> allow, int maxFrameSize,
		WorkerLog log, Duration spin, Duration killGrace, boolean contexts, int rehearsals) {

	private static final int FIXED = 12;

	static WorkerConfig of(WorkerSettings settings) {
		return new WorkerConfig(settings.setup(), settings.beansFactory(), settings.allow(), settings.maxFrameSize(),
				settings.log(), settings.spin(), settings.killGrace(), settings.contexts(), settings.rehearsals());
	}

	OutgoingFrame encode(TaskCodec codec) throws IOException {
		List<@Nullable Object> values = new ArrayList<>();
		values.addAll(Arrays.<@Nullable Object>asList(this.setup.pool(), this.setup.depth(),
				this.setup.sources().toArray(String[]::new), this.setup.profiles().toArray(String[]::new),
				this.beansFactory, this.allow.toArray(String[]::new), this.maxFrameSize, this.log.name(),
				this.spin.toNanos(), this.killGrace.toMillis(), this.contexts, this.rehearsals));
		this.setup.properties().forEach((name, value) -> {
			values.add(name);
			values.add(value);
		});
		return codec.values().encode(FrameKind.CONFIG, 0, values);
	}

	static WorkerConfig decode(Frame frame, TaskCodec codec) throws IOException {
		List<@Nullable Object> values = codec.decodePlain(frame);
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = FIXED; i + 1 < values.size(); i += 2) {
			properties.put(String.valueOf(values.get(i)), values.get(i + 1));
		}
		WorkerSetup setup = new WorkerSetup((String) values.get(0), (int) values.get(1),
				List.of((String[]) values.get(2)), properties, List.of((String[]) values.get(3)));
		return new WorkerConfig(setup, (String) values.get(4), List.of((String[]) values.get(5)), (int) values.get(6),
				WorkerLog.valueOf((String) values.get(7)), Duration.ofNanos((long) values.get(8)),
				Duration.ofMillis((long) values.get(9)), (boolean) values.get(10), (int) values.get(11));
	}

}
