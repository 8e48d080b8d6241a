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
 * A thread that holds a lock or permits at the moment of asking.
 *
 * @param thread the name of the thread; may be empty for a virtual one
 * @param threadId the identifier of the thread
 * @param virtual whether it is a virtual thread
 * @param count how often it holds the lock, or how many permits it holds
 * @param heldFor for how long at least: to look at the clock on each acquisition would
 * cost more than all else, so it counts from when somebody first had to wait for this
 * hold or looked at it (from its begin for the few whose time is taken)
 */
public record HolderSnapshot(String thread, long threadId, boolean virtual, int count, Duration heldFor) {
}
