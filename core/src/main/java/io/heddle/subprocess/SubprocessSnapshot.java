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

import java.util.List;

/**
 * A policy at one moment.
 *
 * @param name the name of the policy
 * @param executable the absolute path of what it runs
 * @param command the executable and the fixed arguments, redacted
 * @param maxConcurrent how many processes may run at once, or 0 for no limit
 * @param running the number of processes that run
 * @param waiting the number of processes that wait for others to end
 * @param counts what became of those that have ended
 * @param closed whether the policy takes no more runs
 */
public record SubprocessSnapshot(String name, String executable, List<String> command, int maxConcurrent, int running,
		int waiting, SubprocessCounts counts, boolean closed) {
}
