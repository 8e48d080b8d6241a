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

package io.heddle.context;

import java.util.Map;

import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Takes the snapshots that Logback itself takes for its log events: the same one as long
 * as the MDC does not change.
 */
final class LogbackMdcSnapshots implements MdcSnapshots {

	private final LogbackMDCAdapter adapter;

	private LogbackMdcSnapshots(LogbackMDCAdapter adapter) {
		this.adapter = adapter;
	}

	static MdcSnapshots create() {
		return (MDC.getMDCAdapter() instanceof LogbackMDCAdapter adapter) ? new LogbackMdcSnapshots(adapter)
				: MDC::getCopyOfContextMap;
	}

	@Override
	public @Nullable Map<String, String> take() {
		return this.adapter.getPropertyMap();
	}

}
