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

package io.heddle.autoconfigure.subprocess;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.heddle.subprocess.FinishedSubprocess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessListener;

/**
 * Tells all listener beans, each in spite of the failures of the others.
 */
class CompositeSubprocessListener implements SubprocessListener {

	private static final Log logger = LogFactory.getLog(CompositeSubprocessListener.class);

	private final Supplier<List<SubprocessListener>> listeners;

	CompositeSubprocessListener(Supplier<List<SubprocessListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onFinished(Subprocess subprocess, FinishedSubprocess finished) {
		tell(subprocess, (listener) -> listener.onFinished(subprocess, finished));
	}

	@Override
	public void onFailure(Subprocess subprocess, FinishedSubprocess finished) {
		tell(subprocess, (listener) -> listener.onFailure(subprocess, finished));
	}

	@Override
	public void onTimeout(Subprocess subprocess, FinishedSubprocess finished) {
		tell(subprocess, (listener) -> listener.onTimeout(subprocess, finished));
	}

	@Override
	public void onTruncated(Subprocess subprocess, FinishedSubprocess finished) {
		tell(subprocess, (listener) -> listener.onTruncated(subprocess, finished));
	}

	@Override
	public void onRefused(Subprocess subprocess, String reason) {
		tell(subprocess, (listener) -> listener.onRefused(subprocess, reason));
	}

	private void tell(Subprocess subprocess, Consumer<SubprocessListener> event) {
		for (SubprocessListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of subprocess policy '" + subprocess.name() + "' failed", ex);
			}
		}
	}

}
