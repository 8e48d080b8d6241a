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

package io.heddle.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.heddle.benchmarks.Figures;

/**
 * Measures Python's pools by scripts that print a name and a value a line.
 */
final class PythonFigures implements AutoCloseable {

	private static final String[] SCRIPTS = { "figures.py", "pool.py", "executor.py", "start.py" };

	private final Figures figures;

	private final Path folder;

	PythonFigures(Figures figures) throws IOException {
		this.figures = figures;
		this.folder = Files.createTempDirectory("python");
		for (String script : SCRIPTS) {
			try (InputStream text = PythonFigures.class.getResourceAsStream("/python/" + script)) {
				Files.copy(text, this.folder.resolve(script));
			}
		}
	}

	static boolean isThere() {
		try {
			return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	void measure() throws Exception {
		run("pool.py", "mp.Pool");
		run("executor.py", "ProcessPoolExecutor");
		run("start.py", "Python spawn");
	}

	private void run(String script, String peer) throws Exception {
		Process process = new ProcessBuilder("python3", this.folder.resolve(script).toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				this.figures.add(words[0] + " " + peer, Double.parseDouble(words[1]));
			}
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException(script + " ended with " + process.exitValue());
		}
	}

	@Override
	public void close() throws IOException {
		for (String script : SCRIPTS) {
			Files.deleteIfExists(this.folder.resolve(script));
		}
		Path cache = this.folder.resolve("__pycache__");
		if (Files.exists(cache)) {
			try (var files = Files.list(cache)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(cache);
		}
		Files.deleteIfExists(this.folder);
	}

}
