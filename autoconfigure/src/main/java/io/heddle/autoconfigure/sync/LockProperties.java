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

package io.heddle.autoconfigure.sync;

/**
 * The configuration of one named lock.
 */
public class LockProperties {

	/**
	 * Whether the thread that holds the lock may take it again. Only that thread may
	 * release it then; a lock that is not reentrant may be released by any thread.
	 */
	private boolean reentrant = true;

	/**
	 * Whether threads get the lock in the order in which they came.
	 */
	private boolean fair = false;

	public boolean isReentrant() {
		return this.reentrant;
	}

	public void setReentrant(boolean reentrant) {
		this.reentrant = reentrant;
	}

	public boolean isFair() {
		return this.fair;
	}

	public void setFair(boolean fair) {
		this.fair = fair;
	}

}
