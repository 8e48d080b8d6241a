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

/**
 * A process of which others look after, what to do when it is over, and when to look at
 * it next.
 */
final class PumpedProcess {

	private final Execution execution;

	private final Runnable whenOver;

	private final OutputMover mover;

	private final Pace pace = new Pace();

	private volatile long moveAt = System.nanoTime();

	PumpedProcess(Execution execution, Runnable whenOver, OutputMover mover) {
		this.execution = execution;
		this.whenOver = whenOver;
		this.mover = mover;
	}

	Execution execution() {
		return this.execution;
	}

	OutputMover mover() {
		return this.mover;
	}

	/**
	 * Return for what the JDK's reaper has to wait before it touches the output. It
	 * begins with the first of the two streams that is a pipe.
	 */
	Object monitor() {
		Outlet stdout = this.execution.stdout();
		Outlet outlet = (stdout != null) ? stdout : this.execution.stderr();
		return (outlet != null) ? outlet.stream() : this;
	}

	/**
	 * Have it looked at now, since something is expected of it.
	 */
	void expect() {
		this.pace.reset();
		lookNow();
	}

	void lookNow() {
		this.moveAt = System.nanoTime();
		this.mover.wake();
	}

	long moveAt() {
		return this.moveAt;
	}

	void move(long most) {
		long now = System.nanoTime();
		boolean moved = this.execution.transfer(most);
		this.moveAt = this.pace.nextTime(now, moved);
	}

	/**
	 * Return what is to be done once when it is over.
	 */
	Runnable whenOver() {
		return this.whenOver;
	}

}
