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

import java.nio.file.Path;

import io.heddle.subprocess.os.ProcessTree;

/**
 * Ends a worker whose parent is gone, with all it has started. Thread-safe.
 */
final class ParentLoss {

	static final int EXIT_CODE = 1;

	/** A task that starts processes all the time must not keep this JVM. **/
	private static final int ROUNDS = 10;

	private final Path folder;

	ParentLoss(Path folder) {
		this.folder = folder;
	}

	/**
	 * Return whether the parent lives on, and not only for the moment that the system
	 * takes to end a process after its sockets.
	 */
	private boolean isParentAlive() throws InterruptedException {
		boolean alive = RuntimeFolder.isOwned(this.folder);
		for (int i = 0; i < 20 && alive; i++) {
			Thread.sleep(10);
			alive = RuntimeFolder.isOwned(this.folder);
		}
		return alive;
	}

	/**
	 * End this JVM at once: no hook may keep it.
	 * @param cause how the loss was noticed
	 */
	void end(Throwable cause) {
		try {
			ProcessTree started = new ProcessTree(ProcessHandle.current(), MarkedProcesses.ofThisWorker());
			started.killDescendants(ROUNDS);
			if (!isParentAlive()) {
				// otherwise it has given up this worker alone
				RuntimeFolder.delete(this.folder);
			}
			// what the task has started meanwhile
			started.killDescendants(ROUNDS);
		}
		catch (Throwable ex) {
			// nobody is left who could be told
		}
		finally {
			Runtime.getRuntime().halt(EXIT_CODE);
		}
	}

}
