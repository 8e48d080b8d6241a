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

package io.heddle.sample.batch;

/**
 * How far a batch is.
 */
public enum BatchState {

	/**
	 * It waits for the batches before it.
	 */
	WAITING,

	/**
	 * Its pictures are being worked on.
	 */
	RUNNING,

	/**
	 * The contact sheet and the report are being made.
	 */
	REPORTING,

	/**
	 * The checksums and the archive are being made.
	 */
	ARCHIVING,

	/**
	 * It is done; single pictures may have failed.
	 */
	DONE,

	/**
	 * It failed as a whole.
	 */
	FAILED,

	/**
	 * It was cancelled.
	 */
	CANCELLED;

	/**
	 * Return whether this state is the last.
	 * @return whether the batch has ended
	 */
	public boolean isEnd() {
		return this == DONE || this == FAILED || this == CANCELLED;
	}

}
