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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.EnvironmentInheritance;

/**
 * Builds a {@link JvmProcess}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new process.
 */
public final class JvmProcessBuilder {

	private final ProcessRunnable target;

	private String name = "process";

	private final ProcessPoolBuilder worker = new ProcessPoolBuilder("process").log(WorkerLog.INHERIT);

	private List<String> allow = List.of();

	JvmProcessBuilder(ProcessRunnable target) {
		this.target = Objects.requireNonNull(target, "'target' must not be null");
	}

	/**
	 * Set the name of the process for logs and messages; {@code process} by default.
	 * @param name the name
	 * @return this builder
	 */
	public JvmProcessBuilder name(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
		return this;
	}

	/**
	 * Set the Java that runs the process, 17 or later; this JVM's own by default.
	 * @param javaHome its home folder
	 * @return this builder
	 */
	public JvmProcessBuilder javaHome(@Nullable Path javaHome) {
		this.worker.javaHome(javaHome);
		return this;
	}

	/**
	 * Set options of the JVM. They stand last, so they win.
	 * @param jvmOptions the options
	 * @return this builder
	 */
	public JvmProcessBuilder jvmOptions(List<String> jvmOptions) {
		this.worker.jvmOptions(jvmOptions);
		return this;
	}

	/**
	 * Set the largest heap as {@code -Xmx} takes it; 256m by default.
	 * @param maxHeap the size
	 * @return this builder
	 */
	public JvmProcessBuilder maxHeap(String maxHeap) {
		this.worker.maxHeap(maxHeap);
		return this;
	}

	/**
	 * Set which environment variables of this JVM the process sees; those of the
	 * allow-list of process pools by default.
	 * @param inheritEnvironment what is inherited
	 * @return this builder
	 */
	public JvmProcessBuilder inheritEnvironment(EnvironmentInheritance inheritEnvironment) {
		this.worker.inheritEnvironment(inheritEnvironment);
		return this;
	}

	/**
	 * Set further environment variables.
	 * @param environment names and values
	 * @return this builder
	 */
	public JvmProcessBuilder environment(Map<String, String> environment) {
		this.worker.environment(environment);
		return this;
	}

	/**
	 * Set the working directory; that of this JVM by default.
	 * @param workingDirectory an existing folder
	 * @return this builder
	 */
	public JvmProcessBuilder workingDirectory(@Nullable Path workingDirectory) {
		this.worker.workingDirectory(workingDirectory);
		return this;
	}

	/**
	 * Set which classes the task may consist of, beside the JDK's plain value types and
	 * what lies in its own package.
	 * @param allow the patterns, as {@link ProcessPoolBuilder#allow} takes them
	 * @return this builder
	 */
	public JvmProcessBuilder allow(List<String> allow) {
		this.allow = List.copyOf(allow);
		return this;
	}

	/**
	 * Set what becomes of log and output; they go where those of this JVM go by default.
	 * @param log what becomes of it
	 * @return this builder
	 */
	public JvmProcessBuilder log(WorkerLog log) {
		this.worker.log(log);
		return this;
	}

	/**
	 * Build the process, which is not started.
	 * @return a new process
	 */
	public JvmProcess build() {
		List<String> allowed = new ArrayList<>(this.allow);
		allowed.add(own(this.target.getClass()));
		WorkerSettings settings = this.worker.allow(allowed).workerSettings();
		WorkerSetup setup = new WorkerSetup(this.name, settings.setup().depth(), List.of(), Map.of(), List.of());
		return new JvmProcess(settings.with(setup), this.target);
	}

	private static String own(Class<?> type) {
		if (!type.getPackageName().isEmpty()) {
			return type.getPackageName() + ".*";
		}
		// a lambda is read by the class that holds it
		int lambda = type.getName().indexOf("$$");
		return (lambda > 0) ? type.getName().substring(0, lambda) : type.getName();
	}

}
