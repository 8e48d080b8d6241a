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

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What may be run, and how.
 *
 * @param name the name of the policy
 * @param executable what is run
 * @param fixedArguments the arguments that each command has
 * @param rules which arguments a call may add
 * @param redaction what is not shown
 * @param environment the environment variables
 * @param directory the working directory
 * @param timeout how long a process may run, or {@code null}
 * @param killGrace how long it may take to end when asked to
 * @param killTree whether what it has started ends with it
 * @param maxConcurrent how many processes may run at once, or 0 for no limit
 * @param maxOutput how many bytes of each stream are kept
 * @param onOverflow what happens to a process that writes more
 * @param successExitCodes the exit codes that are a success
 * @param charset how its output is encoded
 * @param shutdownGrace how long processes may run on when the policy is closed
 */
record SubprocessPolicy(String name, Executable executable, List<String> fixedArguments, ArgumentRules rules,
		Redaction redaction, ChildEnvironment environment, WorkingDirectory directory, @Nullable Duration timeout,
		Duration killGrace, boolean killTree, int maxConcurrent, int maxOutput, OverflowPolicy onOverflow,
		Set<Integer> successExitCodes, Charset charset, Duration shutdownGrace) {

}
