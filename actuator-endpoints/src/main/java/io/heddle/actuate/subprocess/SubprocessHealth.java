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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessSnapshot;

/**
 * The health of one subprocess policy.
 *
 * @param status the code of the status
 * @param reason why nothing can be run, or {@code null} if it can
 * @param running the number of processes that run
 * @param maxConcurrent the most processes at once, or {@code null} if there is no limit
 * @param waiting how many runs wait for others to end
 * @param failed how many runs failed
 * @param timedOut how many runs took too long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubprocessHealth(String status, @Nullable String reason, int running, @Nullable Integer maxConcurrent,
		int waiting, long failed, long timedOut) {

	static SubprocessHealth of(Subprocess subprocess) {
		SubprocessSnapshot snapshot = subprocess.snapshot();
		String reason = subprocess.unavailable();
		Status status = snapshot.closed() ? Status.OUT_OF_SERVICE : (reason != null) ? Status.DOWN : Status.UP;
		return new SubprocessHealth(status.getCode(), reason, snapshot.running(),
				(snapshot.maxConcurrent() > 0) ? snapshot.maxConcurrent() : null, snapshot.waiting(),
				snapshot.counts().failed(), snapshot.counts().timedOut());
	}

}
