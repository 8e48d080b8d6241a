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

package io.heddle.context;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Leaves a context in place for the next task that comes with the same: where many tasks
 * of one submitter follow one another, to compare is far cheaper than to put back and set
 * again.
 */
final class KeptContext implements ContextSession {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagation.class);

	private final ThreadLocalValues threadLocals;

	private final MdcSnapshots mdcSnapshots;

	private final KeptVariables variables = new KeptVariables();

	private @Nullable Captured current;

	private @Nullable Map<String, String> currentMdc;

	private @Nullable Map<String, String> previousMdc;

	private Runnable restoreThreadLocals = () -> {
	};

	KeptContext(ThreadLocalValues threadLocals, MdcSnapshots mdcSnapshots) {
		this.threadLocals = threadLocals;
		this.mdcSnapshots = mdcSnapshots;
	}

	@Override
	public void run(@Nullable Object captured, Runnable task) {
		Captured context = Captured.of(captured);
		if (context != this.current || !isUnchanged(context)) {
			clear();
			enter(context);
		}
		task.run();
	}

	/**
	 * Return whether all is as it was set, so that nothing of the task before remains.
	 */
	private boolean isUnchanged(Captured context) {
		if (!this.variables.isUnchanged(context.variables())) {
			return false;
		}
		Map<String, String> mdc = this.mdcSnapshots.take();
		if (mdc != this.currentMdc) {
			if (!Objects.equals(mdc, context.mdc())) {
				return false;
			}
			this.currentMdc = mdc;
		}
		return this.threadLocals.isCurrent(context.threadLocals());
	}

	/**
	 * Set a context, or nothing of it if that fails.
	 * @param context the context
	 */
	void enter(Captured context) {
		Map<String, String> previous = this.mdcSnapshots.take();
		Runnable restore;
		this.variables.enter(context.variables());
		try {
			restore = this.threadLocals.set(context.threadLocals());
		}
		catch (RuntimeException | Error ex) {
			this.variables.leave();
			setMdc(previous);
			throw ex;
		}
		// Last, since an accessor may set a variable or write to the MDC
		this.variables.renew(context.variables());
		if (context.mdc() != null || context.threadLocals() != null || previous != null) {
			setMdc(context.mdc());
		}
		this.previousMdc = previous;
		this.currentMdc = null;
		this.restoreThreadLocals = restore;
		this.current = context;
	}

	/**
	 * Put back what was before.
	 */
	void leave() {
		if (this.current == null) {
			return;
		}
		this.current = null;
		this.currentMdc = null;
		try {
			this.restoreThreadLocals.run();
		}
		finally {
			this.variables.leave();
			setMdc(this.previousMdc);
		}
	}

	@Override
	public void clear() {
		try {
			leave();
		}
		catch (RuntimeException ex) {
			// neither the task before nor the next one is to blame
			logger.warn("What a thread had before a task could not be put back wholly", ex);
		}
	}

	private void setMdc(@Nullable Map<String, String> mdc) {
		if (mdc != null && !mdc.isEmpty()) {
			MDC.setContextMap(mdc);
		}
		else if (this.mdcSnapshots.take() != null) {
			// to look costs less than to clear what there is not
			MDC.clear();
		}
	}

}
