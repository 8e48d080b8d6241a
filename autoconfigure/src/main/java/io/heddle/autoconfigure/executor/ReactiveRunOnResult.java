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

package io.heddle.autoconfigure.executor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.core.ReactiveAdapter;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

/**
 * Defers the call to the subscription: each subscription is a task that calls the method
 * and subscribes to what it returns.
 */
class ReactiveRunOnResult implements RunOnResult {

	private final ReactiveAdapter adapter;

	ReactiveRunOnResult(ReactiveAdapter adapter) {
		this.adapter = adapter;
	}

	@Override
	public Object submit(NamedExecutor executor, MethodInvocation invocation, TaskOptions options) {
		return this.adapter
			.fromPublisher(Flux.create((sink) -> subscribe(sink, executor, repeatable(invocation), options)));
	}

	private MethodInvocation repeatable(MethodInvocation invocation) {
		return (invocation instanceof ProxyMethodInvocation proxy) ? proxy.invocableClone() : invocation;
	}

	private void subscribe(FluxSink<Object> sink, NamedExecutor executor, MethodInvocation invocation,
			TaskOptions options) {
		Upstream upstream = new Upstream(sink);
		CompletableFuture<?> task = executor.submit(() -> {
			upstream.thread = Thread.currentThread();
			try {
				upstream.subscribeTo(this.adapter.toPublisher(RunOnTask.proceed(invocation)));
			}
			finally {
				upstream.thread = null;
			}
			return null;
		}, options);
		task.whenComplete((result, ex) -> upstream.onTaskEnd(ex));
		sink.onDispose(() -> {
			upstream.cancel();
			if (upstream.thread != Thread.currentThread()) {
				task.cancel(true);
			}
		});
	}

	/**
	 * Passes signals down and requests up.
	 */
	private static final class Upstream extends BaseSubscriber<Object> {

		private final FluxSink<Object> sink;

		private volatile @Nullable Thread thread;

		Upstream(FluxSink<Object> sink) {
			this.sink = sink;
		}

		void subscribeTo(Publisher<Object> publisher) {
			publisher.subscribe(this);
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			this.sink.onRequest(this::request);
		}

		@Override
		protected void hookOnNext(Object value) {
			this.sink.next(value);
		}

		@Override
		protected void hookOnError(Throwable throwable) {
			this.sink.error(throwable);
		}

		@Override
		protected void hookOnComplete() {
			this.sink.complete();
		}

		void onTaskEnd(@Nullable Throwable ex) {
			if (ex != null && !this.sink.isCancelled()) {
				cancel();
				this.sink.error((ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex);
			}
		}

	}

}
