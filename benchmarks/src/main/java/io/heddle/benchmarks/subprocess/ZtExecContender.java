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
import java.util.concurrent.Future;

import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.ProcessResult;

/**
 * The library zt-exec.
 */
final class ZtExecContender implements Contender {

	@Override
	public String label() {
		return "zt-exec";
	}

	private static ProcessExecutor executor(String... command) {
		return new ProcessExecutor().command(command).readOutput(true).exitValueNormal();
	}

	@Override
	public void run(String... command) throws Exception {
		executor(command).execute();
	}

	@Override
	public int capture(String... command) throws Exception {
		return executor(command).execute().output().length;
	}

	@Override
	public void runAtOnce(int count, Runnable started, String... command) throws Exception {
		List<Future<ProcessResult>> futures = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			futures.add(executor(command).start().getFuture());
		}
		started.run();
		for (Future<ProcessResult> future : futures) {
			future.get();
		}
	}

}
