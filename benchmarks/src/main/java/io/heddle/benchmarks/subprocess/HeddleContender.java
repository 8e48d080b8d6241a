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

package io.heddle.benchmarks.subprocess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.EnvironmentInheritance;
import io.heddle.subprocess.Subprocess;

/**
 * Policies of Heddle, with everything on: timeout, limit of the output, redaction, and
 * the end of what a process leaves behind.
 */
final class HeddleContender implements Contender {

	private final Map<String, Subprocess> policies = new HashMap<>();

	@Override
	public String label() {
		return "Heddle";
	}

	private Subprocess policy(String... command) {
		return this.policies.computeIfAbsent(command[0],
				(program) -> Subprocess.builder("benchmark")
					.command(program)
					.allowArguments(List.of(".*"))
					.redact(List.of("--password=.*"))
					.inheritEnvironment(EnvironmentInheritance.ALL)
					.timeout(Duration.ofMinutes(1))
					.maxOutput(1 << 30)
					.maxConcurrent(1_000)
					.build());
	}

	private static String[] arguments(String... command) {
		return Arrays.copyOfRange(command, 1, command.length);
	}

	@Override
	public void run(String... command) throws Exception {
		policy(command).run(arguments(command)).check();
	}

	@Override
	public int capture(String... command) throws Exception {
		return policy(command).run(arguments(command)).check().stdoutBytes().length;
	}

	@Override
	public void runAtOnce(int count, Runnable started, String... command) {
		List<CompletableFuture<CompletedProcess>> futures = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			futures.add(policy(command).runAsync(arguments(command)));
		}
		started.run();
		futures.forEach((future) -> future.join().check());
	}

}
