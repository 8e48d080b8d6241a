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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out of a submitter's context what cannot travel or may not, so that no task
 * fails for it. Thread-safe.
 */
final class PortableContext {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final ValueCodec values;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	PortableContext(ValueCodec values) {
		this.values = values;
	}

	/**
	 * Return what of a context can travel.
	 * @param context serializable values by name
	 * @return those that can be encoded
	 */
	Map<String, Object> of(Map<String, Object> context) {
		Map<String, Object> portable = context;
		for (Map.Entry<String, Object> entry : context.entrySet()) {
			if (!(entry.getValue() instanceof String) && !travels(entry.getKey(), entry.getValue())) {
				portable = (portable != context) ? portable : new LinkedHashMap<>(context);
				portable.remove(entry.getKey());
			}
		}
		return portable;
	}

	private boolean travels(String name, Object value) {
		try {
			this.values.encode(FrameKind.TASK, 0, List.of(value));
			return true;
		}
		catch (IOException | RuntimeException | StackOverflowError ex) {
			if (this.told.add(name)) {
				logger.debug("The value of '{}' does not travel to workers: {}", name, ex.toString());
			}
			return false;
		}
	}

}
