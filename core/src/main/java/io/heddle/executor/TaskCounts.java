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

/**
 * How many tasks an executor was given, and how they ended. Once nothing waits or runs,
 * {@code submitted} is the sum of all the others.
 *
 * @param submitted tasks handed in, rejected ones included
 * @param completed tasks that ended normally
 * @param failed tasks that ended with an exception
 * @param cancelled tasks that were cancelled while they waited or ran
 * @param rejected tasks refused or dropped by the rejection policy
 * @param timedOut tasks that waited or ran longer than allowed
 */
public record TaskCounts(long submitted, long completed, long failed, long cancelled, long rejected, long timedOut) {
}
