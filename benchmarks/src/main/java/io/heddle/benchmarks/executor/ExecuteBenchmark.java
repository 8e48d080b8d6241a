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

package io.heddle.benchmarks.executor;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * From {@code execute(Runnable)} until the task has run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// with two processors it takes that long until all is compiled
@Warmup(iterations = 40, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
// as the heap, the metaspace never grows: the start of an application would begin to mark
@Fork(value = 1, jvmArgs = { "-Xms512m", "-Xmx512m", "-XX:MetaspaceSize=256m" })
public class ExecuteBenchmark {

	@Param
	Contender contender;

	private final Batch batch = new Batch();

	private Subject subject;

	@Setup
	public void create() {
		this.subject = this.contender.create();
	}

	@Setup(Level.Iteration)
	public void setContext() {
		SubmitterContext.set();
	}

	@TearDown
	public void close() {
		this.subject.close();
	}

	@Benchmark
	@OperationsPerInvocation(Batch.SIZE)
	public void execute() {
		Executor executor = this.subject.executor();
		Batch batch = this.batch;
		batch.start();
		for (int i = 0; i < Batch.SIZE; i++) {
			executor.execute(batch);
		}
		batch.await();
	}

}
