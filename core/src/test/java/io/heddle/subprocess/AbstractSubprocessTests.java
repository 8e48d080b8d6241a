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

package io.heddle.subprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What tests with real programs share.
 */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
abstract class AbstractSubprocessTests {

	private final List<Subprocess> policies = new ArrayList<>();

	@AfterEach
	void closePolicies() {
		this.policies.forEach(Subprocess::close);
	}

	final SubprocessBuilder policy(String... command) {
		return Subprocess.builder("test")
			.command(command)
			.allowArguments(List.of("(?s).*"))
			.killGrace(Duration.ofSeconds(1))
			.shutdownGrace(Duration.ZERO);
	}

	final SubprocessBuilder shell() {
		return policy("/bin/sh", "-c");
	}

	final Subprocess build(SubprocessBuilder builder) {
		Subprocess policy = builder.build();
		this.policies.add(policy);
		return policy;
	}

	static boolean isRunning(long pid) {
		Optional<ProcessHandle> handle = ProcessHandle.of(pid);
		try {
			return handle.isPresent() && handle.get().isAlive()
					&& !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
		}
		catch (IOException ex) {
			return false;
		}
	}

	static long pid(String output) {
		return Long.parseLong(output.strip().lines().findFirst().orElseThrow());
	}

	static long pidIn(Path file) {
		Awaitility.await().ignoreExceptions().until(() -> Files.readString(file).endsWith("\n"));
		try {
			return pid(Files.readString(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return whether there is a process with an argument that no other test uses.
	 */
	static boolean isAnyRunning(String argument) {
		return ProcessHandle.allProcesses()
			.anyMatch((process) -> process.info().commandLine().orElse("").contains(argument)
					&& isRunning(process.pid()));
	}

	static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

}
