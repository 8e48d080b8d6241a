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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers what it is told.
 */
class RecordingListener implements SynchronizerListener {

	final List<String> messages = new CopyOnWriteArrayList<>();

	@Override
	public void onContended(Synchronizer synchronizer) {
		this.messages.add("contended " + synchronizer.name());
	}

	@Override
	public void onWaited(Synchronizer synchronizer, Duration waited) {
		this.messages.add("waited " + synchronizer.name());
	}

	@Override
	public void onTimedOut(Synchronizer synchronizer, Duration waited) {
		this.messages.add("timed out " + synchronizer.name());
	}

	@Override
	public void onHeld(NamedLock lock, Duration held) {
		this.messages.add("held " + lock.name());
	}

	@Override
	public void onBroken(NamedBarrier barrier, String brokenBy) {
		this.messages.add("broken " + barrier.name() + " by " + brokenBy);
	}

}
