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

package io.heddle.subprocess;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Drives processes on the thread of the caller, who waits for them.
 * <p>
 * It holds the monitors of the streams from which it reads: when a process has ended, the
 * JDK's reaper reads what is left in its pipes into memory, without a limit if somebody
 * else still writes there; so it has to wait until this has read what is wanted and has
 * closed them.
 */
final class CallerDrive {

	private static final long MOST_AT_ONCE = 4 << 20;

	private static final long SHORT_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

	private final List<Execution> executions;

	private final Runnable check;

	private boolean interrupted;

	CallerDrive(List<Execution> executions) {
		this(executions, () -> {
		});
	}

	/**
	 * Create a drive.
	 * @param executions the processes
	 * @param check what else to look after in between
	 */
	CallerDrive(List<Execution> executions, Runnable check) {
		this.executions = executions;
		this.check = check;
	}

	/**
	 * Drive the processes until all have ended.
	 * @param abandon what to do with each of them if that fails
	 * @return whether the thread was interrupted, for which they were ended
	 */
	boolean drive(Consumer<Execution> abandon) {
		try {
			// what one that has ended already leaves behind is killed first, for else the
			// reaper could read without end, and this wait for it
			this.executions.forEach((execution) -> execution.life().supervise());
			hold(0);
			return this.interrupted;
		}
		catch (RuntimeException | Error ex) {
			this.executions.forEach(abandon);
			throw ex;
		}
	}

	private void hold(int index) {
		if (index == 2 * this.executions.size()) {
			loop();
			this.executions.forEach(Execution::finish);
			return;
		}
		Execution execution = this.executions.get(index / 2);
		Outlet outlet = (index % 2 == 0) ? execution.stdout() : execution.stderr();
		if (outlet == null) {
			hold(index + 1);
			return;
		}
		synchronized (outlet.stream()) {
			try {
				hold(index + 1);
			}
			finally {
				outlet.close();
			}
		}
	}

	private void loop() {
		Pace pace = new Pace();
		while (true) {
			boolean moved = false;
			boolean over = true;
			Execution running = null;
			for (Execution execution : this.executions) {
				moved |= execution.transfer(MOST_AT_ONCE);
				if (!execution.life().supervise()) {
					over = false;
					running = execution;
				}
			}
			if (over) {
				return;
			}
			this.check.run();
			pause(pace.next(moved), running);
		}
	}

	private void pause(long nanos, @Nullable Execution running) {
		try {
			if (nanos >= SHORT_PAUSE && running != null) {
				running.life().awaitExit(nanos);
			}
			else if (nanos > 0) {
				LockSupport.parkNanos(nanos);
			}
			else {
				Thread.yield();
			}
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
		catch (InterruptedException ex) {
			interrupt();
		}
	}

	private void interrupt() {
		for (Execution execution : this.executions) {
			if (this.interrupted) {
				// who interrupts twice is in a hurry
				execution.life().kill();
			}
			execution.life().end(Ending.INTERRUPT);
		}
		this.interrupted = true;
	}

}
