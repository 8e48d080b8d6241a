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

package io.heddle.benchmarks.sync;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Through a synchronizer, alone or with a second thread that does the same all the while.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-Xms256m", "-Xmx256m" })
public class SyncBenchmark {

	static final int PASSAGES = 100;

	@Param
	Subject subject;

	private Subject.Passage passage;

	private Thread other;

	private volatile boolean ended;

	@Setup
	public void create() {
		this.passage = this.subject.create();
		if (this.subject.threads() > 1) {
			this.other = new Thread(this::passAlong, "other");
			this.other.setDaemon(true);
			this.other.start();
		}
	}

	@TearDown
	public void end() throws InterruptedException {
		this.ended = true;
		if (this.other != null) {
			this.other.interrupt();
			this.other.join();
		}
	}

	private void passAlong() {
		try {
			while (!this.ended) {
				this.passage.pass();
			}
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			// the end
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Benchmark
	@OperationsPerInvocation(PASSAGES)
	public void pass() throws Exception {
		Subject.Passage passage = this.passage;
		for (int i = 0; i < PASSAGES; i++) {
			passage.pass();
		}
	}

}
