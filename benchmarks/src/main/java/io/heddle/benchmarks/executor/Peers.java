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

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.dromara.dynamictp.core.aware.AwareManager;
import org.dromara.dynamictp.core.executor.DtpExecutor;
import org.dromara.dynamictp.core.support.ExecutorWrapper;
import org.dromara.dynamictp.core.support.ThreadPoolBuilder;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The executors of others.
 */
final class Peers {

	private Peers() {
	}

	static Subject linked() {
		return raw(new LinkedBlockingQueue<>(Subject.QUEUE_CAPACITY));
	}

	static Subject array() {
		return raw(new ArrayBlockingQueue<>(Subject.QUEUE_CAPACITY));
	}

	private static Subject raw(BlockingQueue<Runnable> queue) {
		return Subject.of(new ThreadPoolExecutor(Subject.WORKERS, Subject.WORKERS, 60, TimeUnit.SECONDS, queue));
	}

	static Subject spring() {
		return Subject.of(springExecutor(null));
	}

	static Subject springWithMeters() {
		ThreadPoolTaskExecutor executor = springExecutor(null);
		// as Boot's TaskExecutorMetricsAutoConfiguration does
		new ExecutorServiceMetrics(executor.getThreadPoolExecutor(), "peer", List.of())
			.bindTo(new SimpleMeterRegistry());
		return Subject.of(executor);
	}

	static Subject springTimed() {
		MeterRegistry registry = new SimpleMeterRegistry();
		ThreadPoolTaskExecutor executor = springExecutor(null);
		return Subject.of(ExecutorServiceMetrics.monitor(registry, executor.getThreadPoolExecutor(), "peer"));
	}

	static Subject springDecorated() {
		return Subject.of(springExecutor((task) -> () -> task.run()));
	}

	static Subject springWithContext() {
		SubmitterContext.register();
		return Subject.of(springExecutor(new ContextPropagatingTaskDecorator()));
	}

	static ThreadPoolTaskExecutor springExecutor(TaskDecorator decorator) {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(Subject.WORKERS);
		executor.setMaxPoolSize(Subject.WORKERS);
		executor.setQueueCapacity(Subject.QUEUE_CAPACITY);
		if (decorator != null) {
			executor.setTaskDecorator(decorator);
		}
		executor.initialize();
		return executor;
	}

	static Subject resilience4j() {
		ThreadPoolBulkhead bulkhead = ThreadPoolBulkhead.of("peer",
				ThreadPoolBulkheadConfig.custom()
					.coreThreadPoolSize(Subject.WORKERS)
					.maxThreadPoolSize(Subject.WORKERS)
					.queueCapacity(Subject.QUEUE_CAPACITY)
					.build());
		return new Subject(bulkhead::executeRunnable, (task) -> bulkhead.executeCallable(task).toCompletableFuture(),
				() -> close(bulkhead));
	}

	static Subject dynamicTp() {
		return Subject.of(dtpExecutor());
	}

	static Subject dynamicTpMonitored() {
		DtpExecutor executor = dtpExecutor();
		AwareManager.register(new ExecutorWrapper(executor));
		return Subject.of(executor);
	}

	private static DtpExecutor dtpExecutor() {
		return ThreadPoolBuilder.newBuilder()
			.threadPoolName("peer")
			.corePoolSize(Subject.WORKERS)
			.maximumPoolSize(Subject.WORKERS)
			.workQueue("LinkedBlockingQueue", Subject.QUEUE_CAPACITY)
			.buildDynamic();
	}

	/**
	 * Found by reflection, for the benchmarks are compiled for Java 17.
	 */
	static Subject virtual() {
		try {
			return Subject
				.of((ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
		}
		catch (ReflectiveOperationException ex) {
			throw new UnsupportedOperationException("This Java has no virtual threads", ex);
		}
	}

	private static void close(AutoCloseable resource) {
		try {
			resource.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
