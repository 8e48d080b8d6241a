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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecuteResultHandler;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * The library commons-exec.
 */
final class CommonsExecContender implements Contender {

	@Override
	public String label() {
		return "commons-exec";
	}

	private static CommandLine line(String... command) {
		return new CommandLine(command[0]).addArguments(Arrays.copyOfRange(command, 1, command.length), false);
	}

	private static DefaultExecutor executor(ByteArrayOutputStream output) {
		DefaultExecutor executor = DefaultExecutor.builder().get();
		executor.setStreamHandler(new PumpStreamHandler(output, new ByteArrayOutputStream()));
		return executor;
	}

	@Override
	public void run(String... command) throws Exception {
		executor(new ByteArrayOutputStream()).execute(line(command));
	}

	@Override
	public int capture(String... command) throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		executor(output).execute(line(command));
		return output.toByteArray().length;
	}

	@Override
	public void runAtOnce(int count, Runnable started, String... command) throws Exception {
		List<DefaultExecuteResultHandler> handlers = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			DefaultExecuteResultHandler handler = new DefaultExecuteResultHandler();
			start(handler, command);
			handlers.add(handler);
		}
		started.run();
		for (DefaultExecuteResultHandler handler : handlers) {
			handler.waitFor();
		}
	}

	private static void start(DefaultExecuteResultHandler handler, String... command) throws IOException {
		executor(new ByteArrayOutputStream()).execute(line(command), handler);
	}

}
