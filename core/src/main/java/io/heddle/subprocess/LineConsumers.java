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

package io.heddle.subprocess;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

import io.heddle.context.ContextCarrier;

/**
 * Makes what takes the lines of a process, in the context of the caller.
 */
final class LineConsumers {

	private final String policy;

	private final long pid;

	private final @Nullable ContextCarrier carrier;

	private final @Nullable Object context;

	LineConsumers(String policy, long pid, @Nullable ContextCarrier carrier, @Nullable Object context) {
		this.policy = policy;
		this.pid = pid;
		this.carrier = carrier;
		this.context = context;
	}

	Consumer<String> of(OutputDestination destination, boolean error) {
		Consumer<String> given = destination.consumer();
		Consumer<String> consumer = (given != null) ? given : log((error) ? Level.WARN : Level.INFO);
		ContextCarrier carrier = this.carrier;
		if (carrier == null) {
			return consumer;
		}
		return (line) -> carrier.run(this.context, () -> consumer.accept(line));
	}

	private Consumer<String> log(Level level) {
		Logger logger = LoggerFactory.getLogger("heddle.subprocess." + this.policy);
		return (line) -> {
			Map<String, String> previous = MDC.getCopyOfContextMap();
			try {
				MDC.put("subprocess", this.policy);
				MDC.put("pid", String.valueOf(this.pid));
				logger.atLevel(level).log(line);
			}
			finally {
				if (previous != null) {
					MDC.setContextMap(previous);
				}
				else {
					MDC.clear();
				}
			}
		};
	}

}
