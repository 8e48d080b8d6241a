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

package io.heddle.autoconfigure.process;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.context.ContextPropagation;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.executor.Watchdog;
import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolBuilder;
import io.heddle.process.RestartBudget;

/**
 * Makes the bean of one process pool.
 */
class ProcessPoolFactory {

	private final NamedEntry<ProcessPoolProperties> entry;

	private final ProcessPoolProperties properties;

	ProcessPoolFactory(NamedEntry<ProcessPoolProperties> entry) {
		this.entry = entry;
		this.properties = entry.properties();
	}

	ProcessPoolBean create(SupplierContext beans) {
		Environment environment = beans.bean(Environment.class);
		ProcessPoolBuilder builder = ProcessPool.builder(this.entry.name());
		configureTasks(builder);
		configureWorkers(builder);
		configureJvm(builder);
		configureContext(builder, environment);
		configureCollaborators(builder, beans);
		Supplier<List<ExecutorListener>> listeners = new ListenerBeans<>(beans.beanProvider(ExecutorListener.class));
		return new ProcessPoolBean(this.entry,
				(bean) -> builder.listener(new CompositeProcessPoolListener(bean, listeners)).build(),
				ProcessPoolShutdown.of(this.properties, environment));
	}

	static int size(ProcessPoolProperties properties) {
		Integer size = properties.getSize();
		return (size != null) ? size : Runtime.getRuntime().availableProcessors();
	}

	static TaskLimits limits(ProcessPoolProperties properties) {
		return new TaskLimits(properties.getQueueTimeout(), properties.getTaskTimeout(), properties.getStuckAfter());
	}

	private void configureTasks(ProcessPoolBuilder builder) {
		builder.limits(limits(this.properties))
			.killGrace(this.properties.getKillGrace())
			.retries(this.properties.getRetries())
			.queueCapacity(this.properties.getQueueCapacity())
			.maxDepth(this.properties.getMaxDepth())
			.maxFrameSize(Math.toIntExact(this.properties.getSerialization().getMaxSize().toBytes()))
			.contextCarrier(this.properties.isPropagateContext() ? ContextPropagation.create() : null)
			.trackCallers(this.properties.isTrackCallers());
	}

	private void configureWorkers(ProcessPoolBuilder builder) {
		DataSize memory = this.properties.getMaxWorkerMemory();
		ProcessPoolProperties.Restart restart = this.properties.getRestart();
		builder.size(size(this.properties))
			.startMethod(this.properties.getStartMethod())
			.spares(this.properties.getSpares())
			.eager(this.properties.getStart() == ProcessPoolProperties.Start.EAGER)
			.maxTasksPerWorker(this.properties.getMaxTasksPerWorker())
			.maxWorkerAge(this.properties.getMaxWorkerAge())
			.maxWorkerMemory((memory != null) ? memory.toBytes() : null)
			.restart(new RestartBudget(restart.getMax(), restart.getWithin(), restart.getBackoff()))
			.workingDirectory(path(this.properties.getWorkingDirectory()))
			.log(this.properties.getLog())
			.spin(this.properties.getSpin());
	}

	private void configureJvm(ProcessPoolBuilder builder) {
		ProcessPoolProperties.Jvm jvm = this.properties.getJvm();
		ProcessPoolProperties.Environment environment = this.properties.getEnvironment();
		builder.command(new ApplicationWorkerCommand())
			.javaHome(path(jvm.getJavaHome()))
			.jvmOptions(jvm.getOptions())
			.maxHeap(WorkerHeap.option(jvm.getMaxHeap()))
			.archive(jvm.isClassDataArchive())
			.inheritEnvironment(environment.getInherit())
			.allowEnvironment(environment.getAllow())
			.environment(environment.getSet());
	}

	/**
	 * Without sources a worker has no context, so it is told nothing of this one.
	 */
	private void configureContext(ProcessPoolBuilder builder, Environment environment) {
		List<String> sources = this.properties.getSources();
		if (!sources.isEmpty() && environment instanceof ConfigurableEnvironment configurable) {
			builder.sources(sources)
				.beansFactory(SpringWorkerBeans.class.getName())
				.profiles(List.of(environment.getActiveProfiles()))
				.properties(new WorkerProperties(configurable).collect());
		}
	}

	private void configureCollaborators(ProcessPoolBuilder builder, SupplierContext beans) {
		builder.allow(beans.bean(ProcessPoolBeanDefinitions.class).allowed(this.entry))
			.watchdog(beans.beanProvider(Watchdog.class).getIfAvailable());
		UncaughtTaskExceptionHandler handler = beans.beanProvider(UncaughtTaskExceptionHandler.class).getIfAvailable();
		if (handler != null) {
			builder.uncaughtExceptionHandler(handler);
		}
	}

	private static @Nullable Path path(@Nullable String text) {
		return (text != null) ? Path.of(text) : null;
	}

}
