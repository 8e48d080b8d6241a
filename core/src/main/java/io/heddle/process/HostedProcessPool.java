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

package io.heddle.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.MapTarget;

/**
 * A pool of worker JVMs.
 */
final class HostedProcessPool extends AbstractProcessPool {

	private final WorkerFleet fleet;

	private final ValueCodec codec;

	private final AtomicLong functions = new AtomicLong();

	private final Map<BeanMethod, PoolFunction> methods = new ConcurrentHashMap<>();

	HostedProcessPool(NamedExecutor executor, WorkerFleet fleet, ValueCodec codec) {
		super(executor);
		this.codec = codec;
		this.fleet = fleet;
	}

	private PoolFunction function(Object function) {
		return new PoolFunction(this.functions.incrementAndGet(), function);
	}

	@Override
	<T extends @Nullable Object, R extends @Nullable Object> MapTarget<T, R> target(Object function, boolean pairs) {
		String name = function.getClass().getName();
		int lambda = name.indexOf("$$Lambda");
		String label = "map " + ((lambda != -1) ? name.substring(0, lambda) + " (lambda)" : name);
		return new PoolMapTarget<>(executor(), this.codec, function(function), pairs, TaskOptions.of().label(label));
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(BeanMethod method, @Nullable Object[] arguments,
			TaskOptions options) {
		PoolFunction function = this.methods.computeIfAbsent(method, this::function);
		TaskOptions labelled = (options.label() != null) ? options : options.label(method.toString());
		return executor().submit(new BeanCall<T>(function, arguments), labelled);
	}

	@Override
	public List<PoolWorker> workers() {
		return describe(this.fleet.snapshot());
	}

	private static List<PoolWorker> describe(FleetSnapshot snapshot) {
		return snapshot.workers().stream().map(FleetSnapshot.Worker::describe).toList();
	}

	@Override
	public ProcessPoolSnapshot poolSnapshot() {
		FleetSnapshot fleet = this.fleet.snapshot();
		return new ProcessPoolSnapshot(snapshot(), fleet.size(), fleet.idle(), fleet.busy(), fleet.starting(),
				fleet.spares(), fleet.crashed(), fleet.retried(), fleet.restarts(), fleet.recycled(), describe(fleet),
				fleet.brokenReason());
	}

	@Override
	public void terminateWorkers() {
		shutdown(true);
		this.fleet.terminate(false);
	}

	@Override
	public void killWorkers() {
		shutdown(true);
		this.fleet.terminate(true);
	}

	@Override
	public boolean killWorker(long pid) {
		return this.fleet.kill(pid);
	}

}
