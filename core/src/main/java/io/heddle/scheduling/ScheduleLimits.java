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

package io.heddle.scheduling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * From when on a scheduled task is in trouble.
 *
 * @param stuckAfter how long a run may take before it is reported as stuck, or
 * {@code null} for no limit
 * @param overdueAfter how late a run may be before it is reported as overdue, or
 * {@code null} for no limit
 * @param failingAfter after how many failures in a row a task counts as failing, or 0 for
 * never
 */
public record ScheduleLimits(@Nullable Duration stuckAfter, @Nullable Duration overdueAfter, int failingAfter) {

	/**
	 * No limits.
	 */
	public static final ScheduleLimits NONE = new ScheduleLimits(null, null, 0);

}
