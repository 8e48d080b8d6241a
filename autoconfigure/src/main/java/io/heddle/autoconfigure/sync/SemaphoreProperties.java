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
 * The configuration of one named semaphore.
 */
public class SemaphoreProperties {

	/**
	 * Number of permits: how many threads may go on at once.
	 */
	private int permits = 1;

	/**
	 * Whether threads get permits in the order in which they came.
	 */
	private boolean fair = true;

	/**
	 * Whether it is an error to release more permits than there were at the beginning.
	 */
	private boolean bounded = true;

	public int getPermits() {
		return this.permits;
	}

	public void setPermits(int permits) {
		this.permits = permits;
	}

	public boolean isFair() {
		return this.fair;
	}

	public void setFair(boolean fair) {
		this.fair = fair;
	}

	public boolean isBounded() {
		return this.bounded;
	}

	public void setBounded(boolean bounded) {
		this.bounded = bounded;
	}

}
