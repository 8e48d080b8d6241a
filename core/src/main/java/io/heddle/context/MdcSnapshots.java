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

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Takes snapshots of the MDC of the calling thread.
 */
interface MdcSnapshots {

	/**
	 * Take a snapshot.
	 * @return a map that does not change any more, or {@code null} if the MDC has never
	 * been used
	 */
	@Nullable Map<String, String> take();

	/**
	 * Return the cheapest way for the logging backend that is there.
	 * @return the way to take snapshots
	 */
	static MdcSnapshots create() {
		try {
			return LogbackMdcSnapshots.create();
		}
		catch (LinkageError ex) {
			// no Logback on the class path
			return MDC::getCopyOfContextMap;
		}
	}

}
