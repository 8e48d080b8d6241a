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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.zaxxer.nuprocess.NuAbstractProcessHandler;
import com.zaxxer.nuprocess.NuProcess;
import com.zaxxer.nuprocess.NuProcessBuilder;

/**
 * The library NuProcess.
 */
final class NuProcessContender implements Contender {

	@Override
	public String label() {
		return "NuProcess";
	}

	private static NuProcess start(Output output, String... command) {
		return new NuProcessBuilder(output, command).start();
	}

	private static void await(NuProcess process) throws InterruptedException {
		int exitCode = process.waitFor(1, TimeUnit.MINUTES);
		if (exitCode != 0) {
			throw new IllegalStateException("A process ended with " + exitCode);
		}
	}

	@Override
	public void run(String... command) throws Exception {
		await(start(new Output(), command));
	}

	@Override
	public int capture(String... command) throws Exception {
		Output output = new Output();
		await(start(output, command));
		return output.bytes.toByteArray().length;
	}

	@Override
	public void runAtOnce(int count, Runnable started, String... command) throws Exception {
		List<NuProcess> processes = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			processes.add(start(new Output(), command));
		}
		started.run();
		for (NuProcess process : processes) {
			await(process);
		}
	}

	/**
	 * Keeps the output.
	 */
	private static final class Output extends NuAbstractProcessHandler {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public void onStdout(ByteBuffer buffer, boolean closed) {
			byte[] block = new byte[buffer.remaining()];
			buffer.get(block);
			this.bytes.write(block, 0, block.length);
		}

	}

}
