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

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedLock;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerListener;

/**
 * Tells all listener beans, each in spite of the failures of the others.
 */
class CompositeSynchronizerListener implements SynchronizerListener {

	private static final Log logger = LogFactory.getLog(CompositeSynchronizerListener.class);

	private final Supplier<List<SynchronizerListener>> listeners;

	CompositeSynchronizerListener(Supplier<List<SynchronizerListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onContended(Synchronizer synchronizer) {
		tell(synchronizer, (listener) -> listener.onContended(synchronizer));
	}

	@Override
	public void onWaited(Synchronizer synchronizer, Duration waited) {
		tell(synchronizer, (listener) -> listener.onWaited(synchronizer, waited));
	}

	@Override
	public void onTimedOut(Synchronizer synchronizer, Duration waited) {
		tell(synchronizer, (listener) -> listener.onTimedOut(synchronizer, waited));
	}

	@Override
	public void onHeld(NamedLock lock, Duration held) {
		tell(lock, (listener) -> listener.onHeld(lock, held));
	}

	@Override
	public void onBroken(NamedBarrier barrier, String brokenBy) {
		tell(barrier, (listener) -> listener.onBroken(barrier, brokenBy));
	}

	private void tell(Synchronizer synchronizer, Consumer<SynchronizerListener> event) {
		for (SynchronizerListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of '" + synchronizer.name() + "' failed", ex);
			}
		}
	}

}
