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

package io.heddle.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells processes that run from those that ended, also where nobody collects the latter
 * at once.
 */
final class RunningProcess {

	private RunningProcess() {
	}

	static boolean isRunning(ProcessHandle handle) {
		try {
			return handle.isAlive() && !Files.readString(Path.of("/proc/" + handle.pid() + "/stat")).contains(") Z ");
		}
		catch (IOException ex) {
			return false;
		}
	}

	static boolean isRunning(long pid) {
		return ProcessHandle.of(pid).filter(RunningProcess::isRunning).isPresent();
	}

}
