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

package io.heddle.actuate.sync;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The synchronizers of an application.
 *
 * @param locks the locks by bean name
 * @param semaphores the semaphores by bean name
 * @param events the events by bean name
 * @param barriers the barriers by bean name
 */
public record SynchronizersDescriptor(Map<String, SynchronizerDescriptor> locks,
		Map<String, SynchronizerDescriptor> semaphores, Map<String, SynchronizerDescriptor> events,
		Map<String, SynchronizerDescriptor> barriers) implements OperationResponseBody {
}
