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

import java.util.List;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;

import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockListener;
import io.heddle.sync.DeadlockedThread;

/**
 * Logs a deadlock with the stacks of its threads and tells all listener beans, each in
 * spite of the failures of the others.
 */
class DeadlockReports implements DeadlockListener {

	private static final Log logger = LogFactory.getLog(DeadlockReports.class);

	private final ObjectProvider<DeadlockListener> listeners;

	private final Predicate<Deadlock> ours;

	/**
	 * Create an instance.
	 * @param listeners the listener beans
	 * @param ours whether to report a deadlock, which another context may do
	 */
	DeadlockReports(ObjectProvider<DeadlockListener> listeners, Predicate<Deadlock> ours) {
		this.listeners = listeners;
		this.ours = ours;
	}

	@Override
	public void onDeadlock(Deadlock deadlock) {
		if (this.ours.test(deadlock)) {
			report(deadlock);
		}
	}

	private void report(Deadlock deadlock) {
		logger.error(describe(deadlock));
		List<DeadlockListener> listeners = this.listeners.orderedStream().toList();
		for (DeadlockListener listener : listeners) {
			try {
				listener.onDeadlock(deadlock);
			}
			catch (Exception ex) {
				logger.warn("Listener " + listener + " of deadlocks failed", ex);
			}
		}
	}

	private static String describe(Deadlock deadlock) {
		StringBuilder text = new StringBuilder(deadlock.toString());
		for (DeadlockedThread thread : deadlock.threads()) {
			text.append(System.lineSeparator()).append(thread);
			thread.stack().forEach((frame) -> text.append(System.lineSeparator()).append("\tat ").append(frame));
		}
		return text.toString();
	}

}
