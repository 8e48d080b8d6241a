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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.heddle.benchmarks.Figures;

/**
 * Python's {@code subprocess.run}, measured by a script.
 */
final class PythonContender implements AutoCloseable {

	static final String LABEL = "Python";

	private final Path script;

	private PythonContender(Path script) {
		this.script = script;
	}

	static PythonContender create() throws IOException {
		Path script = Files.createTempFile("runs", ".py");
		try (InputStream text = PythonContender.class.getResourceAsStream("/python/runs.py")) {
			Files.write(script, text.readAllBytes());
		}
		return new PythonContender(script);
	}

	static boolean isThere() throws InterruptedException {
		try {
			return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	void measure(Figures figures, int starts, int bytes, int atOnce) throws Exception {
		Process process = new ProcessBuilder("python3", this.script.toString(), String.valueOf(starts),
				String.valueOf(bytes), String.valueOf(atOnce))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				figures.add(words[0] + " " + LABEL, Double.parseDouble(words[1]));
			}
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The script ended with " + process.exitValue());
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.script);
	}

}
