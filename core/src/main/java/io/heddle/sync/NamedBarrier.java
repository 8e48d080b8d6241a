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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A barrier with a name, at which a number of threads wait for each other, again and
 * again, and of which can be seen who is there and how many are missing.
 * <p>
 * It breaks for all when one that waits is interrupted or waits longer than it wants to,
 * when the action throws, or by {@link #abort()}: those that wait, the one whose time was
 * over included, and those that come get a {@link BrokenBarrierException} that tells why,
 * until {@link #reset()}.
 * <p>
 * Once all parties have arrived, no timeout and no interrupt breaks it any more, neither
 * of one of them nor of one that comes later: while the action runs, all wait for its
 * end, however long it takes, and whoever was interrupted goes on with the others and
 * still is interrupted then. Those that come meanwhile arrive when it has ended. Only
 * {@link #abort()} and {@link #reset()} free them all earlier.
 */
public final class NamedBarrier implements Synchronizer {

	private final String name;

	private final int parties;

	private final @Nullable Duration timeout;

	private final @Nullable Runnable action;

	private final Waiters waiters;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile BarrierGeneration generation;

	NamedBarrier(NamedBarrierBuilder builder) {
		this.name = builder.name;
		this.parties = builder.parties;
		this.timeout = builder.timeout;
		this.action = builder.action;
		this.waiters = new Waiters(this, builder.listener);
		this.generation = new BarrierGeneration(0, builder.parties);
	}

	/**
	 * Return a builder for a barrier.
	 * @param name the name of the barrier
	 * @param parties how many threads have to arrive, at least 1
	 * @return the builder
	 */
	public static NamedBarrierBuilder builder(String name, int parties) {
		return new NamedBarrierBuilder(name, parties);
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Return how many threads have to arrive.
	 * @return the number of parties
	 */
	public int parties() {
		return this.parties;
	}

	/**
	 * Return how long {@link #await()} waits.
	 * @return the longest time, or {@code null} for no limit
	 */
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return how many threads have arrived and wait.
	 * @return the number of waiting threads
	 */
	public int waiting() {
		BarrierGeneration generation = this.generation;
		// the last one to arrive does not wait
		return generation.isOpen() ? Math.min(generation.arrived(), this.parties - 1) : 0;
	}

	/**
	 * Return whether this barrier is broken.
	 * @return whether it is broken
	 */
	public boolean isBroken() {
		return this.generation.brokenBy() != null;
	}

	/**
	 * Wait until all parties have arrived, for the timeout of this barrier at most.
	 * @return the index of arrival: {@code parties() - 1} for the first thread, 0 for the
	 * last
	 * @throws InterruptedException if interrupted before all have arrived, which breaks
	 * the barrier
	 * @throws BrokenBarrierException if the barrier is or gets broken or is reset, or the
	 * time is over before all have arrived, which breaks it
	 */
	public int await() throws InterruptedException, BrokenBarrierException {
		return (this.timeout != null) ? await(true, Timeouts.nanos(this.timeout)) : await(false, 0);
	}

	/**
	 * Wait until all parties have arrived.
	 * @param timeout the longest time to wait; zero breaks the barrier unless this is the
	 * last thread
	 * @return the index of arrival: {@code parties() - 1} for the first thread, 0 for the
	 * last
	 * @throws InterruptedException if interrupted before all have arrived, which breaks
	 * the barrier
	 * @throws BrokenBarrierException if the barrier is or gets broken or is reset, or the
	 * time is over before all have arrived, which breaks it
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public int await(Duration timeout) throws InterruptedException, BrokenBarrierException {
		return await(true, Timeouts.nanos(timeout));
	}

	private int await(boolean timed, long nanos) throws InterruptedException, BrokenBarrierException {
		long start = timed ? System.nanoTime() : 0;
		while (true) {
			BarrierGeneration generation;
			int before;
			this.lock.lock();
			try {
				generation = this.generation;
				before = (generation.isGathering() && !isInterrupted()) ? generation.arrive() : this.parties;
				if (before == this.parties - 1 && this.action == null) {
					pass(generation);
				}
			}
			finally {
				this.lock.unlock();
			}
			if (before == this.parties - 1) {
				arriveLast(generation);
				return 0;
			}
			if (generation.brokenBy() != null && before == this.parties) {
				throw broken(generation);
			}
			// not counted as a wait: most often the last one comes at once, or much later
			if (before == this.parties - 2 && (!timed || nanos > 0) && generation.passesSoon()) {
				return 1;
			}
			waitForEnd(generation, timed, timed ? nanos - (System.nanoTime() - start) : 0);
			if (before < this.parties) {
				return this.parties - 1 - before;
			}
			// came while the action of those before was running
		}
	}

	private static boolean isInterrupted() {
		return Thread.currentThread().isInterrupted();
	}

	private void pass(BarrierGeneration generation) {
		generation.pass();
		this.generation = generation.next();
	}

	private void arriveLast(BarrierGeneration generation) throws BrokenBarrierException {
		if (this.action != null) {
			runAction(generation, this.action);
		}
		generation.wake();
	}

	/**
	 * Run the action without the lock: if it hangs, the others can still be freed.
	 */
	private void runAction(BarrierGeneration generation, Runnable action) throws BrokenBarrierException {
		try {
			action.run();
		}
		catch (Throwable ex) {
			breakUnlessEnded(generation, "its action failed: " + ex);
			throw ex;
		}
		this.lock.lock();
		try {
			if (!generation.isOpen()) {
				throw broken(generation);
			}
			pass(generation);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void waitForEnd(BarrierGeneration generation, boolean timed, long nanos)
			throws InterruptedException, BrokenBarrierException {
		Waiter waiter = this.waiters.begin(timed, generation);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			if (!timed) {
				generation.awaitEnd();
			}
			else if (!generation.awaitEnd(nanos)) {
				end = giveUp(generation, "did not want to wait any longer when " + generation.arrived() + " of "
						+ this.parties + " had arrived") ? Waiters.End.TIMED_OUT : end;
			}
		}
		catch (InterruptedException ex) {
			if (giveUp(generation, "was interrupted")) {
				throw ex;
			}
			// it belongs to what comes after
			Thread.currentThread().interrupt();
		}
		finally {
			this.waiters.end(waiter, generation.isPassed() ? Waiters.End.GRANTED : end);
		}
		if (!generation.isPassed()) {
			throw broken(generation);
		}
	}

	/**
	 * Break the barrier, or wait on to the end if all have arrived: then nobody is waited
	 * for any more, only the action.
	 */
	private boolean giveUp(BarrierGeneration generation, String reason) {
		boolean broken = breakIf(generation, BarrierGeneration::isGathering,
				"thread '" + Thread.currentThread().getName() + "' " + reason);
		if (!broken) {
			generation.awaitEndUninterruptibly();
		}
		return broken;
	}

	private BrokenBarrierException broken(BarrierGeneration generation) {
		return new BrokenBarrierException("Barrier '" + this.name + "' is broken: " + generation.brokenBy());
	}

	private boolean breakUnlessEnded(BarrierGeneration generation, String reason) {
		return breakIf(generation, BarrierGeneration::isOpen, reason);
	}

	private boolean breakIf(BarrierGeneration generation, Predicate<BarrierGeneration> condition, String reason) {
		this.lock.lock();
		try {
			if (!condition.test(generation)) {
				return false;
			}
			generation.breakBy(reason);
		}
		finally {
			this.lock.unlock();
		}
		generation.wake();
		this.waiters.tell((listener) -> listener.onBroken(this, reason));
		return true;
	}

	/**
	 * Break this barrier, until it is reset. Without effect if it is broken.
	 */
	public void abort() {
		String reason = "thread '" + Thread.currentThread().getName() + "' aborted it";
		while (!breakUnlessEnded(this.generation, reason) && !isBroken()) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Let this barrier begin anew. Those that wait get a {@link BrokenBarrierException},
	 * and the barrier works again if it was broken.
	 */
	public void reset() {
		BarrierGeneration generation;
		this.lock.lock();
		try {
			generation = this.generation;
			if (generation.isOpen() && generation.arrived() == 0) {
				return;
			}
			if (generation.isOpen()) {
				generation.breakBy("thread '" + Thread.currentThread().getName() + "' reset it");
			}
			this.generation = generation.next();
		}
		finally {
			this.lock.unlock();
		}
		generation.wake();
	}

	@Override
	public List<WaiterSnapshot> waiters() {
		return waiters(this.generation);
	}

	private List<WaiterSnapshot> waiters(BarrierGeneration generation) {
		return Waiters.snapshot(this.waiters.present()
			.stream()
			.filter((waiter) -> waiter.detail() == generation && generation.isOpen())
			.toList());
	}

	/**
	 * Return who waits, how many are missing and whether this barrier is broken.
	 * @return the snapshot
	 */
	public BarrierSnapshot snapshot() {
		BarrierGeneration generation = this.generation;
		String brokenBy = generation.brokenBy();
		int missing = (brokenBy != null) ? this.parties : this.parties - generation.arrived();
		return new BarrierSnapshot(this.name, this.parties, waiters(generation), missing, brokenBy != null, brokenBy,
				generation.number(), this.waiters.counts());
	}

	@Override
	public String toString() {
		return "NamedBarrier '" + this.name + "' ["
				+ (isBroken() ? "broken" : waiting() + " of " + this.parties + " waiting") + "]";
	}

}
