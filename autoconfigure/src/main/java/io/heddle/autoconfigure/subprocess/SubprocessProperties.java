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

package io.heddle.autoconfigure.subprocess;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import io.heddle.subprocess.EnvironmentInheritance;
import io.heddle.subprocess.OverflowPolicy;

/**
 * The configuration of one subprocess policy: what may be run, and how.
 */
public class SubprocessProperties {

	/**
	 * Program and the arguments that every run begins with. The program is looked up
	 * once, at start-up: on the PATH, or by its path.
	 */
	private List<String> command = new ArrayList<>();

	/**
	 * Regular expressions of further arguments. Each argument of a call has to match one
	 * of them as a whole, an option one that begins with a hyphen. Left out, a call has
	 * no arguments.
	 */
	private List<String> allowArguments = new ArrayList<>();

	/**
	 * How long a run may take. One that takes longer is ended, and fails with what it has
	 * written so far. Without limit if not set.
	 */
	private @Nullable Duration timeout;

	/**
	 * How long a process that was told to end may take before it is killed.
	 */
	private Duration killGrace = Duration.ofSeconds(5);

	/**
	 * Whether the processes that a run has started are ended with it.
	 */
	private boolean killTree = true;

	/**
	 * Most processes at once. Further runs wait, in the order in which they came. Without
	 * limit if not set.
	 */
	private @Nullable Integer maxConcurrent;

	/**
	 * Most output of a run that is kept, of each of its two streams.
	 */
	private DataSize maxOutput = DataSize.ofMegabytes(10);

	/**
	 * What happens to a run that writes more: the rest is dropped, or the run is ended.
	 */
	private OverflowPolicy onOverflow = OverflowPolicy.TRUNCATE;

	/**
	 * Folder in which the processes run. A call may choose a folder inside it, none
	 * outside. By default that of the application.
	 */
	private @Nullable String workingDirectory;

	/**
	 * Exit codes of a run that succeeded.
	 */
	private Set<Integer> successExitCodes = new LinkedHashSet<>(Set.of(0));

	/**
	 * Regular expressions of what logs, messages and endpoints must not show of an
	 * argument.
	 */
	private List<String> redact = new ArrayList<>();

	/**
	 * Character set of the output.
	 */
	private Charset charset = StandardCharsets.UTF_8;

	private final Environment environment = new Environment();

	public List<String> getCommand() {
		return this.command;
	}

	public void setCommand(List<String> command) {
		this.command = command;
	}

	public List<String> getAllowArguments() {
		return this.allowArguments;
	}

	public void setAllowArguments(List<String> allowArguments) {
		this.allowArguments = allowArguments;
	}

	public @Nullable Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(@Nullable Duration timeout) {
		this.timeout = timeout;
	}

	public Duration getKillGrace() {
		return this.killGrace;
	}

	public void setKillGrace(Duration killGrace) {
		this.killGrace = killGrace;
	}

	public boolean isKillTree() {
		return this.killTree;
	}

	public void setKillTree(boolean killTree) {
		this.killTree = killTree;
	}

	public @Nullable Integer getMaxConcurrent() {
		return this.maxConcurrent;
	}

	public void setMaxConcurrent(@Nullable Integer maxConcurrent) {
		this.maxConcurrent = maxConcurrent;
	}

	public DataSize getMaxOutput() {
		return this.maxOutput;
	}

	public void setMaxOutput(DataSize maxOutput) {
		this.maxOutput = maxOutput;
	}

	public OverflowPolicy getOnOverflow() {
		return this.onOverflow;
	}

	public void setOnOverflow(OverflowPolicy onOverflow) {
		this.onOverflow = onOverflow;
	}

	public @Nullable String getWorkingDirectory() {
		return this.workingDirectory;
	}

	public void setWorkingDirectory(@Nullable String workingDirectory) {
		this.workingDirectory = workingDirectory;
	}

	public Set<Integer> getSuccessExitCodes() {
		return this.successExitCodes;
	}

	public void setSuccessExitCodes(Set<Integer> successExitCodes) {
		this.successExitCodes = successExitCodes;
	}

	public List<String> getRedact() {
		return this.redact;
	}

	public void setRedact(List<String> redact) {
		this.redact = redact;
	}

	public Charset getCharset() {
		return this.charset;
	}

	public void setCharset(Charset charset) {
		this.charset = charset;
	}

	public Environment getEnvironment() {
		return this.environment;
	}

	/**
	 * The environment variables of the processes.
	 */
	public static class Environment {

		/**
		 * Which environment variables of the application the processes see: none, those
		 * of the allow-list, or all.
		 */
		private EnvironmentInheritance inherit = EnvironmentInheritance.NONE;

		/**
		 * Names of the environment variables that the processes may see.
		 */
		private List<String> allow = new ArrayList<>();

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

}
