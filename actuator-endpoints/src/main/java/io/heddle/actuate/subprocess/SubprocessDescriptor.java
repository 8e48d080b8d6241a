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

package io.heddle.actuate.subprocess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessSnapshot;

/**
 * A subprocess policy at one moment.
 *
 * @param initialized {@code false} if the bean is lazy and has not been used yet; then
 * nothing else is known
 * @param executable the file that it runs
 * @param command the command that each run begins with, redacted
 * @param maxConcurrent the most processes at once, or {@code null} if there is no limit
 * @param waiting how many runs wait for others to end
 * @param runs what became of the runs
 * @param closed whether it takes no more runs
 * @param running the processes that run
 * @param finished the last processes that have ended, the latest first; only in the
 * detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubprocessDescriptor(@Nullable Boolean initialized, @Nullable String executable,
		@Nullable List<String> command, @Nullable Integer maxConcurrent, @Nullable Integer waiting,
		@Nullable RunsDescriptor runs, @Nullable Boolean closed, @Nullable List<RunningProcessDescriptor> running,
		@Nullable List<FinishedProcessDescriptor> finished) implements OperationResponseBody {

	static SubprocessDescriptor of(@Nullable Subprocess subprocess) {
		return (subprocess != null) ? of(subprocess, null)
				: new SubprocessDescriptor(false, null, null, null, null, null, null, null, null);
	}

	static SubprocessDescriptor inDetail(Subprocess subprocess) {
		List<FinishedProcessDescriptor> finished = new ArrayList<>();
		subprocess.finished().forEach((run) -> finished.add(FinishedProcessDescriptor.of(run)));
		Collections.reverse(finished);
		return of(subprocess, finished);
	}

	private static SubprocessDescriptor of(Subprocess subprocess, @Nullable List<FinishedProcessDescriptor> finished) {
		SubprocessSnapshot snapshot = subprocess.snapshot();
		return new SubprocessDescriptor(null, snapshot.executable(), snapshot.command(),
				(snapshot.maxConcurrent() > 0) ? snapshot.maxConcurrent() : null, snapshot.waiting(),
				RunsDescriptor.of(snapshot.counts()), snapshot.closed(),
				subprocess.running().stream().map(RunningProcessDescriptor::of).toList(), finished);
	}

}
