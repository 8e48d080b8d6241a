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

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.MapTarget;

/**
 * The dummy: a pool whose only worker is this JVM, where each task has a thread. Nothing
 * is serialized.
 */
final class ThreadProcessPool extends AbstractProcessPool {

	private final WorkerBeans beans;

	private final Instant startedAt = Instant.now();

	ThreadProcessPool(NamedExecutor executor, WorkerBeans beans) {
		super(executor);
		this.beans = beans;
	}

	@Override
	@SuppressWarnings("unchecked")
	<T extends @Nullable Object, R extends @Nullable Object> MapTarget<T, R> target(Object function, boolean pairs) {
		Function<T, R> single = (pairs) ? (item) -> ((BiFunction<Object, Object, R>) function)
			.apply(((Map.Entry<?, ?>) item).getKey(), ((Map.Entry<?, ?>) item).getValue()) : (Function<T, R>) function;
		return new Target<>(executor(), single, new AtomicBoolean());
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(BeanMethod method, @Nullable Object[] arguments,
			TaskOptions options) {
		TaskOptions labelled = (options.label() != null) ? options : options.label(method.toString());
		return executor().submit(() -> this.<T>call(method, arguments), labelled);
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // the result of a T that may be null
	private <T extends @Nullable Object> T call(BeanMethod method, @Nullable Object[] arguments) throws Exception {
		try {
			return (T) find(method).invoke(arguments);
		}
		catch (Exception | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

	private BeanInvocation find(BeanMethod method) throws ClassNotFoundException {
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		synchronized (this.beans) {
			return BeanInvocation.of(method, this.beans,
					(context != null) ? context : ThreadProcessPool.class.getClassLoader());
		}
	}

	@Override
	public List<PoolWorker> workers() {
		ExecutorSnapshot snapshot = snapshot();
		PoolWorker.State state = (snapshot.active() > 0) ? PoolWorker.State.BUSY : PoolWorker.State.IDLE;
		long pid = ProcessHandle.current().pid();
		return List.of(new PoolWorker(pid, state, null, null, snapshot.executions(), ResidentMemory.of(pid),
				ProcessHandle.current().info().totalCpuDuration().orElse(null), this.startedAt, null));
	}

	@Override
	public ProcessPoolSnapshot poolSnapshot() {
		ExecutorSnapshot snapshot = snapshot();
		int size = snapshot.maxPoolSize();
		return new ProcessPoolSnapshot(snapshot, size, Math.max(0, size - snapshot.active()), snapshot.active(), 0, 0,
				0, 0, 0, Map.of(), workers(), null);
	}

	@Override
	public void terminateWorkers() {
		shutdownNow();
	}

	@Override
	public void killWorkers() {
		shutdownNow();
	}

	/**
	 * Return {@code false}: the only worker is this JVM.
	 */
	@Override
	public boolean killWorker(long pid) {
		return false;
	}

	/**
	 * Applies a function in threads.
	 */
	private record Target<T extends @Nullable Object, R extends @Nullable Object>(NamedExecutor executor,
			Function<T, R> function, AtomicBoolean stopped) implements MapTarget<T, R> {

		@Override
		public Future<List<Supplier<R>>> submit(List<T> items) {
			return this.executor.submit(() -> items.stream().map(this::apply).toList());
		}

		@Override
		public void stop() {
			this.stopped.set(true);
		}

		private Supplier<R> apply(T item) {
			if (this.stopped.get()) {
				throw new CancellationException("The map was closed");
			}
			try {
				R result = this.function.apply(item);
				return () -> result;
			}
			catch (Throwable ex) {
				return MapTarget.failure(ex);
			}
		}

	}

}
