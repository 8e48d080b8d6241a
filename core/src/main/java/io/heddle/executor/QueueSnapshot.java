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

package io.heddle.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The queue of an executor at one moment.
 *
 * @param type the order of the queue
 * @param size the number of waiting tasks
 * @param capacity the most tasks that may wait, or {@code null} if there is no limit
 * @param oldestWait how long the oldest task has waited, or {@code null} if none waits
 */
public record QueueSnapshot(QueueType type, int size, @Nullable Integer capacity, @Nullable Duration oldestWait) {
}
