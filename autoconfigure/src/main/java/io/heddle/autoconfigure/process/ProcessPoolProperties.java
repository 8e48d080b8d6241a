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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import io.heddle.autoconfigure.named.TaskProperties;
import io.heddle.process.StartMethod;
import io.heddle.process.WorkerLog;
import io.heddle.subprocess.EnvironmentInheritance;

/**
 * The configuration of one process pool.
 */
public class ProcessPoolProperties extends TaskProperties {

	/**
	 * Most worker JVMs that run tasks at once. By default as many as there are
	 * processors.
	 */
	private @Nullable Integer size;

	/**
	 * How workers are got: a JVM for the first tasks that need it, one that was started
	 * in advance, or no JVM but threads of this one, for tests.
	 */
	private StartMethod startMethod = StartMethod.SPAWN;

	/**
	 * How many workers the start method 'warm' keeps ready beyond the size.
	 */
	private int spares = 1;

	/**
	 * When workers are started: as tasks need them, or all with the application.
	 */
	private Start start = Start.LAZY;

	/**
	 * Number of tasks after which a worker is replaced. Never if not set.
	 */
	private @Nullable Integer maxTasksPerWorker;

	/**
	 * Time after which a worker is replaced, once it has no task. Never if not set.
	 */
	private @Nullable Duration maxWorkerAge;

	/**
	 * Resident memory from which on a worker is replaced after its task. Never if not
	 * set.
	 */
	private @Nullable DataSize maxWorkerMemory;

	/**
	 * How long a task may run. One that runs longer is failed and interrupted, and its
	 * worker killed if it does not end within the grace time. Without limit if not set.
	 */
	private @Nullable Duration taskTimeout;

	/**
	 * How long a cancelled task, or a worker that is told to end, may take before the
	 * worker is killed with all its descendants.
	 */
	private Duration killGrace = Duration.ofSeconds(2);

	/**
	 * How often a task is run again whose worker died.
	 */
	private int retries = 0;

	/**
	 * Most tasks that may wait.
	 */
	private int queueCapacity = 1000;

	/**
	 * How many process pools may lie within each other, this one included.
	 */
	private int maxDepth = 3;

	/**
	 * Working directory of the workers. By default that of the application.
	 */
	private @Nullable String workingDirectory;

	/**
	 * Names of the configuration classes of a Spring context that each worker starts. A
	 * worker has no context if left out, and makes objects by their no-argument
	 * constructors.
	 */
	private List<String> sources = new ArrayList<>();

	/**
	 * Whether the context of the submitter (the MDC, and all serializable values that are
	 * registered with Micrometer's context-propagation) travels to the task.
	 */
	private boolean propagateContext = true;

	/**
	 * What becomes of the log and the output of the workers: into the log of the
	 * application, to its own output, or nowhere.
	 */
	private WorkerLog log = WorkerLog.FORWARD;

	/**
	 * How long a worker polls for its next task before it sleeps, at most 1 ms. Makes
	 * very short tasks faster and costs processor time.
	 */
	private Duration spin = Duration.ZERO;

	private final Restart restart = new Restart();

	private final Jvm jvm = new Jvm();

	private final Environment environment = new Environment();

	private final Serialization serialization = new Serialization();

	public @Nullable Integer getSize() {
		return this.size;
	}

	public void setSize(@Nullable Integer size) {
		this.size = size;
	}

	public StartMethod getStartMethod() {
		return this.startMethod;
	}

	public void setStartMethod(StartMethod startMethod) {
		this.startMethod = startMethod;
	}

	public int getSpares() {
		return this.spares;
	}

	public void setSpares(int spares) {
		this.spares = spares;
	}

	public Start getStart() {
		return this.start;
	}

	public void setStart(Start start) {
		this.start = start;
	}

	public @Nullable Integer getMaxTasksPerWorker() {
		return this.maxTasksPerWorker;
	}

	public void setMaxTasksPerWorker(@Nullable Integer maxTasksPerWorker) {
		this.maxTasksPerWorker = maxTasksPerWorker;
	}

	public @Nullable Duration getMaxWorkerAge() {
		return this.maxWorkerAge;
	}

	public void setMaxWorkerAge(@Nullable Duration maxWorkerAge) {
		this.maxWorkerAge = maxWorkerAge;
	}

	public @Nullable DataSize getMaxWorkerMemory() {
		return this.maxWorkerMemory;
	}

	public void setMaxWorkerMemory(@Nullable DataSize maxWorkerMemory) {
		this.maxWorkerMemory = maxWorkerMemory;
	}

	public @Nullable Duration getTaskTimeout() {
		return this.taskTimeout;
	}

	public void setTaskTimeout(@Nullable Duration taskTimeout) {
		this.taskTimeout = taskTimeout;
	}

	public Duration getKillGrace() {
		return this.killGrace;
	}

	public void setKillGrace(Duration killGrace) {
		this.killGrace = killGrace;
	}

	public int getRetries() {
		return this.retries;
	}

	public void setRetries(int retries) {
		this.retries = retries;
	}

	public int getQueueCapacity() {
		return this.queueCapacity;
	}

	public void setQueueCapacity(int queueCapacity) {
		this.queueCapacity = queueCapacity;
	}

	public int getMaxDepth() {
		return this.maxDepth;
	}

	public void setMaxDepth(int maxDepth) {
		this.maxDepth = maxDepth;
	}

	public @Nullable String getWorkingDirectory() {
		return this.workingDirectory;
	}

	public void setWorkingDirectory(@Nullable String workingDirectory) {
		this.workingDirectory = workingDirectory;
	}

	public List<String> getSources() {
		return this.sources;
	}

	public void setSources(List<String> sources) {
		this.sources = sources;
	}

	public boolean isPropagateContext() {
		return this.propagateContext;
	}

	public void setPropagateContext(boolean propagateContext) {
		this.propagateContext = propagateContext;
	}

	public WorkerLog getLog() {
		return this.log;
	}

	public void setLog(WorkerLog log) {
		this.log = log;
	}

	public Duration getSpin() {
		return this.spin;
	}

	public void setSpin(Duration spin) {
		this.spin = spin;
	}

	public Restart getRestart() {
		return this.restart;
	}

	public Jvm getJvm() {
		return this.jvm;
	}

	public Environment getEnvironment() {
		return this.environment;
	}

	public Serialization getSerialization() {
		return this.serialization;
	}

	/**
	 * When workers are started.
	 */
	public enum Start {

		/**
		 * As tasks need them.
		 */
		LAZY,

		/**
		 * All with the application, and each that ends is replaced at once.
		 */
		EAGER

	}

	/**
	 * The replacement of workers that died.
	 */
	public static class Restart {

		/**
		 * How many deaths within the window are replaced without delay.
		 */
		private int max = 5;

		/**
		 * The window in which deaths are counted.
		 */
		private Duration within = Duration.ofMinutes(1);

		/**
		 * First delay once there were more; it doubles with each further death.
		 */
		private Duration backoff = Duration.ofMillis(200);

		public int getMax() {
			return this.max;
		}

		public void setMax(int max) {
			this.max = max;
		}

		public Duration getWithin() {
			return this.within;
		}

		public void setWithin(Duration within) {
			this.within = within;
		}

		public Duration getBackoff() {
			return this.backoff;
		}

		public void setBackoff(Duration backoff) {
			this.backoff = backoff;
		}

	}

	/**
	 * The JVM of the workers.
	 */
	public static class Jvm {

		/**
		 * Home folder of the Java that runs the workers, 17 or later. By default that of
		 * the application.
		 */
		private @Nullable String javaHome;

		/**
		 * Further options of the workers. They win over those of the pool.
		 */
		private List<String> options = new ArrayList<>();

		/**
		 * Largest heap of a worker.
		 */
		private String maxHeap = "256m";

		/**
		 * Whether workers are started faster with an archive of their classes, which is
		 * made once in the background and kept in the cache folder of the user.
		 */
		private boolean classDataArchive = true;

		public @Nullable String getJavaHome() {
			return this.javaHome;
		}

		public void setJavaHome(@Nullable String javaHome) {
			this.javaHome = javaHome;
		}

		public List<String> getOptions() {
			return this.options;
		}

		public void setOptions(List<String> options) {
			this.options = options;
		}

		public String getMaxHeap() {
			return this.maxHeap;
		}

		public void setMaxHeap(String maxHeap) {
			this.maxHeap = maxHeap;
		}

		public boolean isClassDataArchive() {
			return this.classDataArchive;
		}

		public void setClassDataArchive(boolean classDataArchive) {
			this.classDataArchive = classDataArchive;
		}

	}

	/**
	 * The environment variables of the workers.
	 */
	public static class Environment {

		/**
		 * Which environment variables of the application the workers see: none, those of
		 * the allow-list, or all.
		 */
		private EnvironmentInheritance inherit = EnvironmentInheritance.ALLOW_LIST;

		/**
		 * Names of the environment variables that the workers may see.
		 */
		private List<String> allow = new ArrayList<>(List.of("PATH", "LANG", "LC_ALL", "TZ", "HOME", "TMPDIR"));

		/**
		 * Further environment variables. Names with other characters than letters, digits
		 * and hyphens stand in brackets.
		 */
		private Map<String, String> set = new LinkedHashMap<>();

		public EnvironmentInheritance getInherit() {
			return this.inherit;
		}

		public void setInherit(EnvironmentInheritance inherit) {
			this.inherit = inherit;
		}

		public List<String> getAllow() {
			return this.allow;
		}

		public void setAllow(List<String> allow) {
			this.allow = allow;
		}

		public Map<String, String> getSet() {
			return this.set;
		}

		public void setSet(Map<String, String> set) {
			this.set = set;
		}

	}

	/**
	 * What travels between the application and the workers.
	 */
	public static class Serialization {

		/**
		 * Classes that may be deserialized, beside the JDK's plain value types and
		 * exceptions, in both directions: 'com.acme.Type', 'com.acme.*' for a package or
		 * 'com.acme.**' for its subpackages too. By default the packages of the
		 * application.
		 */
		private List<String> allow = new ArrayList<>();

		/**
		 * Largest task or result.
		 */
		private DataSize maxSize = DataSize.ofMegabytes(256);

		public List<String> getAllow() {
			return this.allow;
		}

		public void setAllow(List<String> allow) {
			this.allow = allow;
		}

		public DataSize getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(DataSize maxSize) {
			this.maxSize = maxSize;
		}

	}

}
