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

package io.heddle.sync;

import java.time.Duration;

/**
 * How often and how long threads have waited for a synchronizer since it was made.
 *
 * @param begun how often a thread began to wait
 * @param ended how often a wait ended, in whatever way
 * @param timedOut how many of these waits ended because their time was over
 * @param time the sum of the times of the waits that have ended
 */
public record WaitCounts(long begun, long ended, long timedOut, Duration time) {
}
