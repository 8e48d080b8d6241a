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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.NamedExecutorBuilder;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.executor.Watchdog;
import io.heddle.subprocess.ChildEnvironment;
import io.heddle.subprocess.EnvironmentInheritance;

/**
 * Builds a {@link ProcessPool}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new pool.
 */
public final class ProcessPoolBuilder {

	/** Long enough for a quick result, and too short to notice for a slow one. **/
	private static final long DEFAULT_SPIN = TimeUnit.MICROSECONDS.toNanos(50);

	/** A property that GraalVM sets. **/
	private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

	final String name;

	int size = Math.max(1, Runtime.getRuntime().availableProcessors());

	StartMethod startMethod = StartMethod.SPAWN;

	int spares = 1;

	boolean eager = false;

	@Nullable Integer maxTasksPerWorker;

	@Nullable Duration maxWorkerAge;

	@Nullable Long maxWorkerMemory;

	TaskLimits limits = TaskLimits.NONE;

	Duration killGrace = Duration.ofSeconds(2);

	int retries = 0;

	RestartBudget restart = RestartBudget.DEFAULT;

	int queueCapacity = 1_000;

	int maxDepth = 3;

	@Nullable Path javaHome;

	List<String> jvmOptions = List.of();

	String maxHeap = "256m";

	EnvironmentInheritance inheritEnvironment = EnvironmentInheritance.ALLOW_LIST;

	List<String> allowEnvironment = List.of("PATH", "LANG", "LC_ALL", "TZ", "HOME", "TMPDIR");

	Map<String, String> environment = Map.of();

	@Nullable Path workingDirectory;

	List<String> sources = List.of();

	Map<String, Object> properties = Map.of();

	List<String> profiles = List.of();

	@Nullable String beansFactory;

	List<String> allow = List.of();

	int maxFrameSize = 256 << 20;

	@Nullable ContextCarrier contextCarrier;

	WorkerLog log = WorkerLog.FORWARD;

	Duration spin = Duration.ZERO;

	boolean archive = true;

	WorkerCommand command = WorkerCommand.ofClassPath();

	ProcessPoolListener listener = new ProcessPoolListener() {
	};

	@Nullable UncaughtTaskExceptionHandler uncaughtExceptionHandler;

	@Nullable Watchdog watchdog;

	boolean trackCallers = false;

	ProcessPoolBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set how many workers run tasks at once; as many as there are processors by default.
	 * @param size the number of workers, at least 1
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder size(int size) {
		if (size < 1) {
			throw new IllegalArgumentException("'size' must be at least 1 but is " + size);
		}
		this.size = size;
		return this;
	}

	/**
	 * Set how workers are got.
	 * @param startMethod the start method
	 * @return this builder
	 */
	public ProcessPoolBuilder startMethod(StartMethod startMethod) {
		this.startMethod = startMethod;
		return this;
	}

	/**
	 * Set how many workers {@link StartMethod#WARM} keeps ready beyond the size.
	 * @param spares the number of spares, at least 0
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder spares(int spares) {
		if (spares < 0) {
			throw new IllegalArgumentException("'spares' must be at least 0 but is " + spares);
		}
		this.spares = spares;
		return this;
	}

	/**
	 * Set whether all workers are started at once rather than as tasks need them, and
	 * each that ends is replaced at once.
	 * @param eager whether to start all workers
	 * @return this builder
	 */
	public ProcessPoolBuilder eager(boolean eager) {
		this.eager = eager;
		return this;
	}

	/**
	 * Set after how many tasks a worker is retired; never by default.
	 * @param maxTasksPerWorker the number of tasks, at least 1
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder maxTasksPerWorker(@Nullable Integer maxTasksPerWorker) {
		if (maxTasksPerWorker != null && maxTasksPerWorker < 1) {
			throw new IllegalArgumentException("'maxTasksPerWorker' must be at least 1 but is " + maxTasksPerWorker);
		}
		this.maxTasksPerWorker = maxTasksPerWorker;
		return this;
	}

	/**
	 * Set after what time a worker is retired; never by default.
	 * @param maxWorkerAge the age
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ProcessPoolBuilder maxWorkerAge(@Nullable Duration maxWorkerAge) {
		if (maxWorkerAge != null && (maxWorkerAge.isNegative() || maxWorkerAge.isZero())) {
			throw new IllegalArgumentException("'maxWorkerAge' must be longer than 0 but is " + maxWorkerAge);
		}
		this.maxWorkerAge = maxWorkerAge;
		return this;
	}

	/**
	 * Set from what resident memory on a worker is retired after its task; never by
	 * default. The memory is looked at after tasks, at most every 50 ms, and each second.
	 * @param maxWorkerMemory the memory in bytes
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ProcessPoolBuilder maxWorkerMemory(@Nullable Long maxWorkerMemory) {
		if (maxWorkerMemory != null && maxWorkerMemory < 1) {
			throw new IllegalArgumentException("'maxWorkerMemory' must be at least 1 but is " + maxWorkerMemory);
		}
		this.maxWorkerMemory = maxWorkerMemory;
		return this;
	}

	/**
	 * Set how long tasks may wait and run; without limit by default.
	 * @param limits the limits
	 * @return this builder
	 */
	public ProcessPoolBuilder limits(TaskLimits limits) {
		this.limits = limits;
		return this;
	}

	/**
	 * Set how long a worker may take to end a task that is cancelled, or itself, before
	 * it is killed; 2 seconds by default.
	 * @param killGrace the grace time
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public ProcessPoolBuilder killGrace(Duration killGrace) {
		if (killGrace.isNegative()) {
			throw new IllegalArgumentException("'killGrace' must not be negative but is " + killGrace);
		}
		this.killGrace = killGrace;
		return this;
	}

	/**
	 * Set how often a task is run again whose worker died; never by default.
	 * @param retries the number of retries, at least 0
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder retries(int retries) {
		if (retries < 0) {
			throw new IllegalArgumentException("'retries' must be at least 0 but is " + retries);
		}
		this.retries = retries;
		return this;
	}

	/**
	 * Set how often dead workers are replaced without delay.
	 * @param restart the budget
	 * @return this builder
	 */
	public ProcessPoolBuilder restart(RestartBudget restart) {
		this.restart = restart;
		return this;
	}

	/**
	 * Set how many tasks may wait; 1,000 by default.
	 * @param queueCapacity the queue capacity, at least 1
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder queueCapacity(int queueCapacity) {
		if (queueCapacity < 1) {
			throw new IllegalArgumentException("'queueCapacity' must be at least 1 but is " + queueCapacity);
		}
		this.queueCapacity = queueCapacity;
		return this;
	}

	/**
	 * Set how many pools may lie within each other, this one included; 3 by default.
	 * @param maxDepth the number of pools, at least 1
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder maxDepth(int maxDepth) {
		if (maxDepth < 1) {
			throw new IllegalArgumentException("'maxDepth' must be at least 1 but is " + maxDepth);
		}
		this.maxDepth = maxDepth;
		return this;
	}

	/**
	 * Set the Java that runs the workers, 17 or later; this JVM's own by default.
	 * @param javaHome its home folder
	 * @return this builder
	 */
	public ProcessPoolBuilder javaHome(@Nullable Path javaHome) {
		this.javaHome = javaHome;
		return this;
	}

	/**
	 * Set options of the worker JVMs. They stand last, so they win over those of the
	 * pool.
	 * @param jvmOptions the options
	 * @return this builder
	 */
	public ProcessPoolBuilder jvmOptions(List<String> jvmOptions) {
		this.jvmOptions = List.copyOf(jvmOptions);
		return this;
	}

	/**
	 * Set the largest heap of a worker as {@code -Xmx} takes it; 256m by default.
	 * @param maxHeap the size, at least 2 MiB
	 * @return this builder
	 * @throws IllegalArgumentException if it is no size, or too small
	 */
	public ProcessPoolBuilder maxHeap(String maxHeap) {
		this.maxHeap = HeapSize.of(maxHeap).text();
		return this;
	}

	/**
	 * Set which environment variables of this JVM a worker sees; the allowed ones by
	 * default.
	 * @param inheritEnvironment what is inherited
	 * @return this builder
	 */
	public ProcessPoolBuilder inheritEnvironment(EnvironmentInheritance inheritEnvironment) {
		this.inheritEnvironment = inheritEnvironment;
		return this;
	}

	/**
	 * Set the names of the environment variables that a worker may see.
	 * @param allowEnvironment the names
	 * @return this builder
	 */
	public ProcessPoolBuilder allowEnvironment(List<String> allowEnvironment) {
		this.allowEnvironment = List.copyOf(allowEnvironment);
		return this;
	}

	/**
	 * Set further environment variables of the workers.
	 * @param environment names and values
	 * @return this builder
	 */
	public ProcessPoolBuilder environment(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
		return this;
	}

	/**
	 * Set the working directory of the workers; that of this JVM by default.
	 * @param workingDirectory an existing folder
	 * @return this builder
	 */
	public ProcessPoolBuilder workingDirectory(@Nullable Path workingDirectory) {
		this.workingDirectory = workingDirectory;
		return this;
	}

	/**
	 * Set the names of the classes of the workers' own context; none by default.
	 * @param sources the class names
	 * @return this builder
	 */
	public ProcessPoolBuilder sources(List<String> sources) {
		this.sources = List.copyOf(sources);
		return this;
	}

	/**
	 * Set the properties of the workers' context.
	 * @param properties names and plain values
	 * @return this builder
	 */
	public ProcessPoolBuilder properties(Map<String, Object> properties) {
		this.properties = Map.copyOf(properties);
		return this;
	}

	/**
	 * Set the active profiles of the workers' context.
	 * @param profiles the profiles
	 * @return this builder
	 */
	public ProcessPoolBuilder profiles(List<String> profiles) {
		this.profiles = List.copyOf(profiles);
		return this;
	}

	/**
	 * Set the name of the {@link WorkerBeansFactory} that opens the workers' beans; by
	 * default objects are made by their no-argument constructors.
	 * @param beansFactory a class name
	 * @return this builder
	 */
	public ProcessPoolBuilder beansFactory(@Nullable String beansFactory) {
		this.beansFactory = beansFactory;
		return this;
	}

	/**
	 * Set which classes may be deserialized, beside the JDK's plain value types and
	 * exceptions, in both directions: {@code com.acme.Type}, {@code com.acme.*} for a
	 * package, {@code com.acme.**} for its subpackages too.
	 * @param allow the patterns
	 * @return this builder
	 */
	public ProcessPoolBuilder allow(List<String> allow) {
		this.allow = List.copyOf(allow);
		return this;
	}

	/**
	 * Set the largest task or result in bytes; 256 MiB by default.
	 * @param maxFrameSize the size, at least 1 MiB
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder maxFrameSize(int maxFrameSize) {
		if (maxFrameSize < 1 << 20) {
			throw new IllegalArgumentException("'maxFrameSize' must be at least 1048576 but is " + maxFrameSize);
		}
		this.maxFrameSize = maxFrameSize;
		return this;
	}

	/**
	 * Set what carries the submitter's context to the task; nothing does by default.
	 * @param contextCarrier the context carrier
	 * @return this builder
	 */
	public ProcessPoolBuilder contextCarrier(@Nullable ContextCarrier contextCarrier) {
		this.contextCarrier = contextCarrier;
		return this;
	}

	/**
	 * Set what becomes of the log and the output of the workers.
	 * @param log what becomes of it
	 * @return this builder
	 */
	public ProcessPoolBuilder log(WorkerLog log) {
		this.log = log;
		return this;
	}

	/**
	 * Set how long a worker polls for its next task before it sleeps, which makes short
	 * tasks faster and costs processor time; zero by default.
	 * @param spin the time, at most 1 ms
	 * @return this builder
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ProcessPoolBuilder spin(Duration spin) {
		if (spin.isNegative() || spin.compareTo(Duration.ofMillis(1)) > 0) {
			throw new IllegalArgumentException("'spin' must be between 0 and 1 ms but is " + spin);
		}
		this.spin = spin;
		return this;
	}

	/**
	 * Set whether class-data archives are made and used to start workers faster; they are
	 * by default.
	 * @param archive whether to use archives
	 * @return this builder
	 */
	public ProcessPoolBuilder archive(boolean archive) {
		this.archive = archive;
		return this;
	}

	/**
	 * Set how workers reach the classes; by this JVM's class path by default.
	 * @param command the command
	 * @return this builder
	 */
	public ProcessPoolBuilder command(WorkerCommand command) {
		this.command = command;
		return this;
	}

	/**
	 * Set who is told of saturation, timeouts and the life of workers.
	 * @param listener the listener
	 * @return this builder
	 */
	public ProcessPoolBuilder listener(ProcessPoolListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Set who receives the exceptions of tasks without a future; by default they are
	 * logged as errors.
	 * @param uncaughtExceptionHandler the handler
	 * @return this builder
	 */
	public ProcessPoolBuilder uncaughtExceptionHandler(UncaughtTaskExceptionHandler uncaughtExceptionHandler) {
		this.uncaughtExceptionHandler = uncaughtExceptionHandler;
		return this;
	}

	/**
	 * Set the watchdog that enforces the limits; by default the pool has one of its own.
	 * @param watchdog the watchdog
	 * @return this builder
	 */
	public ProcessPoolBuilder watchdog(@Nullable Watchdog watchdog) {
		this.watchdog = watchdog;
		return this;
	}

	/**
	 * Set whether the calling class and method of each submission are recorded; off by
	 * default.
	 * @param trackCallers whether to record the caller
	 * @return this builder
	 */
	public ProcessPoolBuilder trackCallers(boolean trackCallers) {
		this.trackCallers = trackCallers;
		return this;
	}

	/**
	 * Build the pool. No worker is started before the first task, unless asked for.
	 * @return a new pool
	 * @throws IllegalStateException if more pools would lie within each other than the
	 * maximum depth allows
	 */
	public ProcessPool build() {
		int depth = WorkerDepth.current();
		if (depth >= this.maxDepth) {
			throw new IllegalStateException("Process pool '" + this.name + "' would be at depth " + (depth + 1)
					+ " of pools within pools but 'maxDepth' is " + this.maxDepth);
		}
		if (this.startMethod == StartMethod.THREAD) {
			return buildThreadPool();
		}
		if ("runtime".equals(System.getProperty(NATIVE_IMAGE))) {
			throw new UnsupportedOperationException("Process pool '" + this.name
					+ "' cannot start worker JVMs from a native image, which has no classes to start them with; run "
					+ "the application on a JVM, or use the start method THREAD");
		}
		return buildWorkerPool();
	}

	private ProcessPool buildThreadPool() {
		ThreadProcessPool pool = new ThreadProcessPool(
				executor(this.listener).coreSize(this.size).maxSize(this.size).build(), new ReflectiveBeans());
		return pool;
	}

	private ProcessPool buildWorkerPool() {
		PoolEvents events = new PoolEvents(this.listener);
		WorkerSettings worker = workerSettings();
		TaskCodec codec = TaskCodec.of(worker);
		LogForwarder log = new LogForwarder(this.name);
		long spinNanos = (this.spin.isZero()) ? DEFAULT_SPIN : this.spin.toNanos();
		WorkerFleet fleet = new WorkerFleet(FleetSettings.of(this), new WorkerStarter(log), codec,
				new TaskEncoder(codec, this.contextCarrier), spinNanos, events, log);
		HostedProcessPool pool = new HostedProcessPool(executor(events).build(fleet), fleet, codec.values());
		events.pool(pool);
		return pool;
	}

	private NamedExecutorBuilder executor(ExecutorListener listener) {
		NamedExecutorBuilder builder = NamedExecutor.builder(this.name)
			.queueCapacity(this.queueCapacity)
			.limits(this.limits)
			.contextCarrier(this.contextCarrier)
			.listener(listener)
			.watchdog(this.watchdog)
			.trackCallers(this.trackCallers);
		if (this.uncaughtExceptionHandler != null) {
			builder.uncaughtExceptionHandler(this.uncaughtExceptionHandler);
		}
		return builder;
	}

	/**
	 * Return what a worker of this pool is started with.
	 * @return the settings
	 */
	WorkerSettings workerSettings() {
		int depth = WorkerDepth.current() + 1;
		int rehearsals = (this.startMethod == StartMethod.WARM) ? Rehearsal.OF_SPARES : 1;
		return new WorkerSettings(new WorkerSetup(this.name, depth, this.sources, this.properties, this.profiles),
				this.beansFactory, this.command, this.javaHome, this.jvmOptions, this.maxHeap, workerEnvironment(),
				this.workingDirectory, this.allow, this.maxFrameSize, this.log, this.spin, this.killGrace,
				this.contextCarrier != null, rehearsals, this.archive);
	}

	private ChildEnvironment workerEnvironment() {
		return new ChildEnvironment(this.inheritEnvironment, this.allowEnvironment, this.environment);
	}

}
