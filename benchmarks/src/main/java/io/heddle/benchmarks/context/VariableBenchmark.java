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

package io.heddle.benchmarks.context;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.heddle.context.Context;
import io.heddle.context.ContextPropagation;
import io.heddle.context.ContextSession;
import io.heddle.context.ContextVar;
import io.heddle.context.Token;

/**
 * What a thread does with its context variables.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-Xms256m", "-Xmx256m" })
public class VariableBenchmark {

	private static final ContextVar<String> VARIABLE = ContextVar.of("variable");

	private static final ThreadLocal<String> THREAD_LOCAL = new ThreadLocal<>();

	@Param({ "1", "10", "100" })
	int variables;

	private final ContextPropagation propagation = ContextPropagation.create();

	private final ContextSession session = this.propagation.openSession();

	private final Runnable task = () -> {
	};

	@Setup
	public void fill() {
		THREAD_LOCAL.set("value");
		Filling.variables(VARIABLE, this.variables);
	}

	@Benchmark
	public String threadLocalGet() {
		return THREAD_LOCAL.get();
	}

	@Benchmark
	public String get() {
		return VARIABLE.get();
	}

	@Benchmark
	public String setAndReset() {
		try (Token<String> token = VARIABLE.set("other")) {
			return VARIABLE.get();
		}
	}

	@Benchmark
	public void copyAndRun() {
		Context.copy().run(this.task);
	}

	/**
	 * As an executor does when the contexts of its tasks differ.
	 */
	@Benchmark
	public void captureAndRestore() {
		this.propagation.run(this.propagation.capture(), this.task);
	}

	/**
	 * As an executor does when its tasks follow one another with the same context.
	 */
	@Benchmark
	public void captureAndKeep() {
		this.session.run(this.propagation.capture(), this.task);
	}

}
