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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Those who pass a barrier together. Changed under the lock of the barrier only.
 */
final class BarrierGeneration {

	/** As many as {@link java.util.concurrent.Phaser} takes. **/
	private static final int SPINS = (Runtime.getRuntime().availableProcessors() > 1) ? 256 : 0;

	private final long number;

	private final int parties;

	private final CountDownLatch end = new CountDownLatch(1);

	private volatile int arrived;

	private volatile boolean passed;

	private volatile @Nullable String brokenBy;

	BarrierGeneration(long number, int parties) {
		this.number = number;
		this.parties = parties;
	}

	long number() {
		return this.number;
	}

	BarrierGeneration next() {
		return new BarrierGeneration(this.number + 1, this.parties);
	}

	/**
	 * Count a thread that arrives.
	 * @return how many were there before
	 */
	int arrive() {
		int arrived = this.arrived;
		this.arrived = arrived + 1;
		return arrived;
	}

	int arrived() {
		return this.arrived;
	}

	/**
	 * Return whether somebody is missing.
	 * @return whether this is open and not all have arrived
	 */
	boolean isGathering() {
		return isOpen() && this.arrived < this.parties;
	}

	/**
	 * Return whether it is still open if these go on or not.
	 * @return whether this has neither passed nor broken
	 */
	boolean isOpen() {
		return !this.passed && this.brokenBy == null;
	}

	boolean isPassed() {
		return this.passed;
	}

	@Nullable String brokenBy() {
		return this.brokenBy;
	}

	void pass() {
		this.passed = true;
	}

	void breakBy(String reason) {
		this.brokenBy = reason;
	}

	/**
	 * Wake those who wait, after it has passed or broken. Needs no lock.
	 */
	void wake() {
		this.end.countDown();
	}

	/**
	 * Wait for a moment without being parked, which takes longer than most of what the
	 * one that is missing may still have to do.
	 * @return whether this has passed
	 */
	boolean passesSoon() {
		for (int spins = SPINS; spins > 0 && !this.passed; spins--) {
			Thread.onSpinWait();
		}
		return this.passed;
	}

	void awaitEnd() throws InterruptedException {
		this.end.await();
	}

	boolean awaitEnd(long nanos) throws InterruptedException {
		return this.end.await(nanos, TimeUnit.NANOSECONDS);
	}

	/**
	 * Wait for the end, and keep an interrupt for later.
	 */
	void awaitEndUninterruptibly() {
		boolean interrupted = false;
		while (this.end.getCount() > 0) {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
