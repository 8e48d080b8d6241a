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

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.ChildEnvironment;

/**
 * All that a worker JVM is started with. Immutable.
 *
 * @param setup pool, depth and context
 * @param beansFactory the class that opens the beans, or {@code null}
 * @param command how the worker reaches the classes
 * @param javaHome the Java that runs it, or {@code null} for this one
 * @param jvmOptions options of the user
 * @param maxHeap the largest heap, as {@code -Xmx} takes it
 * @param environment its environment variables
 * @param workingDirectory its working directory, or {@code null} for this one
 * @param allow the patterns of the user's allow-list
 * @param maxFrameSize the limit of a frame in bytes
 * @param log what becomes of its log and output
 * @param spin how long it polls for a frame before it sleeps
 * @param killGrace how long it may take to end
 * @param contexts whether tasks bring the context of their submitter
 * @param rehearsals how often a worker that waits for its first task rehearses it
 * @param archive whether class-data archives are made and used
 */
record WorkerSettings(WorkerSetup setup, @Nullable String beansFactory, WorkerCommand command, @Nullable Path javaHome,
		List<String> jvmOptions, String maxHeap, ChildEnvironment environment, @Nullable Path workingDirectory,
		List<String> allow, int maxFrameSize, WorkerLog log, Duration spin, Duration killGrace, boolean contexts,
		int rehearsals, boolean archive) {

	WorkerSettings with(WorkerSetup setup) {
		return new WorkerSettings(setup, this.beansFactory, this.command, this.javaHome, this.jvmOptions, this.maxHeap,
				this.environment, this.workingDirectory, this.allow, this.maxFrameSize, this.log, this.spin,
				this.killGrace, this.contexts, this.rehearsals, this.archive);
	}

	/**
	 * Return the settings of a worker that does nothing before its first task.
	 * @return the settings
	 */
	WorkerSettings unrehearsed() {
		return new WorkerSettings(this.setup, this.beansFactory, this.command, this.javaHome, this.jvmOptions,
				this.maxHeap, this.environment, this.workingDirectory, this.allow, this.maxFrameSize, this.log,
				this.spin, this.killGrace, this.contexts, 0, this.archive);
	}

	String pool() {
		return this.setup.pool();
	}

}
