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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records what a listener is told.
 */
class RecordingListener implements SubprocessListener {

	final List<FinishedSubprocess> finished = new CopyOnWriteArrayList<>();

	final List<FinishedSubprocess> timedOut = new CopyOnWriteArrayList<>();

	final List<FinishedSubprocess> failed = new CopyOnWriteArrayList<>();

	final List<FinishedSubprocess> truncated = new CopyOnWriteArrayList<>();

	final List<String> refused = new CopyOnWriteArrayList<>();

	@Override
	public void onFinished(Subprocess subprocess, FinishedSubprocess process) {
		this.finished.add(process);
	}

	@Override
	public void onTimeout(Subprocess subprocess, FinishedSubprocess process) {
		this.timedOut.add(process);
	}

	@Override
	public void onFailure(Subprocess subprocess, FinishedSubprocess process) {
		this.failed.add(process);
	}

	@Override
	public void onTruncated(Subprocess subprocess, FinishedSubprocess process) {
		this.truncated.add(process);
	}

	@Override
	public void onRefused(Subprocess subprocess, String reason) {
		this.refused.add(reason);
	}

}
