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

package io.heddle.sync;

import org.jspecify.annotations.Nullable;

/**
 * A lock or a permit that is held until this is closed, for use in a
 * {@code try}-with-resources statement. To close it again has no effect. Not thread-safe.
 */
public final class Hold implements AutoCloseable {

	private @Nullable Runnable release;

	Hold(Runnable release) {
		this.release = release;
	}

	/**
	 * Release what is held.
	 * @throws IllegalMonitorStateException if it is a lock that the calling thread may
	 * not release; it is held on then, and this can be closed again
	 * @throws IllegalStateException if it is a permit of a bounded semaphore that has all
	 * its permits
	 */
	@Override
	public void close() {
		Runnable release = this.release;
		if (release != null) {
			release.run();
			// not before: what could not be released is still held
			this.release = null;
		}
	}

}
