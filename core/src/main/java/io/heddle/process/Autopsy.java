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

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import io.heddle.subprocess.os.ExitCodes;

/**
 * Finds out how a worker ended, after nothing more comes from its socket. Blocks.
 */
final class Autopsy {

	private static final long PATIENCE = 1;

	private Autopsy() {
	}

	/**
	 * Wait for the end of a worker, kill what is left of it, and describe it.
	 * @param link the worker
	 * @param what what happened, to begin the message with
	 * @return the description
	 */
	static WorkerCrashedException of(WorkerLink link, String what) {
		WorkerConnection connection = link.connection();
		OptionalInt exitCode = exitCode(connection);
		// what it has started must not outlive it
		connection.descendants().kill();
		return new WorkerCrashedException(what, link.pid(), exitCode, connection.lastOutput(), connection.errorFile());
	}

	private static OptionalInt exitCode(WorkerConnection connection) {
		Process process = connection.process();
		try {
			if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
				connection.descendants().kill();
				if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
					return OptionalInt.empty();
				}
			}
			return OptionalInt.of(ExitCodes.of(process.exitValue()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return OptionalInt.empty();
		}
	}

}
