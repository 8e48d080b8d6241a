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

import java.time.Duration;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.context.ContextPropagation;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.NamedExecutorBuilder;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.ThreadKind;

/**
 * Heddle's executors, with everything on: counters, wait and run time, the list of
 * running tasks, all three limits, and a listener.
 */
final class HeddleExecutors {

	private static final TaskLimits LIMITS = new TaskLimits(Duration.ofSeconds(30), Duration.ofMinutes(2),
			Duration.ofSeconds(30));

	private HeddleExecutors() {
	}

	static Subject executor() {
		return of(builder());
	}

	static Subject withContext() {
		SubmitterContext.register();
		return of(builder().contextCarrier(ContextPropagation.create()));
	}

	static Subject virtual() {
		return of(builder().threads(ThreadKind.VIRTUAL).maxSize(Subject.QUEUE_CAPACITY));
	}

	static Subject virtualBounded() {
		return of(builder().threads(ThreadKind.VIRTUAL).maxSize(100));
	}

	static Subject bean() {
		return bean(false);
	}

	static Subject beanWithContext() {
		SubmitterContext.register();
		return bean(true);
	}

	private static Subject bean(boolean propagateContext) {
		ConfigurableApplicationContext context = start(BeanConfiguration.class, propagateContext);
		ThreadPoolTaskExecutor executor = context.getBean("ours", ThreadPoolTaskExecutor.class);
		return new Subject(executor, executor::submit, context::close);
	}

	/**
	 * Start an application with the executor {@code ours}.
	 */
	static ConfigurableApplicationContext start(Class<?> configuration, boolean propagateContext) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run("--heddle.executors.ours.core-size=" + Subject.WORKERS,
					"--heddle.executors.ours.max-size=" + Subject.WORKERS, "--heddle.executors.ours.keep-alive=0",
					"--heddle.executors.ours.queue.capacity=" + Subject.QUEUE_CAPACITY,
					"--heddle.executors.ours.queue-timeout=" + LIMITS.queueTimeout(),
					"--heddle.executors.ours.task-timeout=" + LIMITS.taskTimeout(),
					"--heddle.executors.ours.stuck-after=" + LIMITS.stuckAfter(),
					"--heddle.executors.ours.propagate-context=" + propagateContext);
	}

	private static NamedExecutorBuilder builder() {
		return NamedExecutor.builder("ours")
			.coreSize(Subject.WORKERS)
			// as in the peers: threads that may end wait with a timeout, which costs more
			.keepAlive(Duration.ZERO)
			.queueCapacity(Subject.QUEUE_CAPACITY)
			.limits(LIMITS)
			.listener(new ExecutorListener() {
			});
	}

	private static Subject of(NamedExecutorBuilder builder) {
		NamedExecutor executor = builder.build();
		return new Subject(executor, executor::submit, executor::shutdownNow);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BeanConfiguration {

	}

}
