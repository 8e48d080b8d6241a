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

import java.util.ArrayList;
import java.util.List;

/**
 * The JDK alone.
 */
final class JdkContender implements Contender {

	@Override
	public String label() {
		return "ProcessBuilder";
	}

	@Override
	public void run(String... command) throws Exception {
		check(new ProcessBuilder(command).start());
	}

	private static void check(Process process) throws InterruptedException {
		if (process.waitFor() != 0) {
			throw new IllegalStateException("A process ended with " + process.exitValue());
		}
	}

	@Override
	public int capture(String... command) throws Exception {
		Process process = new ProcessBuilder(command).start();
		int length = process.getInputStream().readAllBytes().length;
		check(process);
		return length;
	}

	@Override
	public void runAtOnce(int count, Runnable started, String... command) throws Exception {
		List<Process> processes = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			processes.add(new ProcessBuilder(command).start());
		}
		started.run();
		for (Process process : processes) {
			process.getInputStream().readAllBytes();
			check(process);
		}
	}

}
