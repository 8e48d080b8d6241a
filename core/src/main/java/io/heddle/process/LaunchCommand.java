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

import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The command line of a worker JVM.
 *
 * @param settings what the worker is started with
 * @param folder the folder of the pool, which takes the file of the class path
 */
record LaunchCommand(WorkerSettings settings, Path folder) {

	static final String POOL = "heddle.process.pool";

	static final String PARENT = "heddle.process.parent";

	private static final int OLDEST = 17;

	Path javaHome() {
		Path home = this.settings.javaHome();
		return (home != null) ? home : Path.of(System.getProperty("java.home"));
	}

	/**
	 * Return the Java version of the worker.
	 * @return the feature version
	 * @throws IOException if it is unknown or too old
	 */
	int version() throws IOException {
		Path home = this.settings.javaHome();
		if (home == null) {
			return Runtime.version().feature();
		}
		Properties release = new Properties();
		try (var reader = Files.newBufferedReader(home.resolve("release"))) {
			release.load(reader);
		}
		catch (IOException ex) {
			throw new IOException("'" + home + "' is not the home of a Java: it has no readable file 'release'", ex);
		}
		String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
		int feature = Runtime.Version.parse(version).feature();
		if (feature < OLDEST) {
			throw new IOException(
					"The Java in '" + home + "' is " + version + ", but a worker needs " + OLDEST + " or later");
		}
		return feature;
	}

	/**
	 * Return the command line.
	 * @param archiveOptions options for the class-data archive
	 * @param arguments arguments of the worker's main method
	 * @return the words
	 * @throws IOException if the file of the class path cannot be written
	 */
	List<String> words(List<String> archiveOptions, String... arguments) throws IOException {
		WorkerCommand command = this.settings.command();
		List<String> words = new ArrayList<>();
		words.add(javaHome().resolve("bin").resolve("java").toString());
		if (this.settings.jvmOptions().stream().noneMatch(LaunchCommand::isCollector)) {
			words.add("-XX:+UseSerialGC");
		}
		if (this.settings.javaHome() == null) {
			words.addAll(selectorProvider());
		}
		words.addAll(List.of("-XX:-UsePerfData", "-Xss512k", "-Xmx" + this.settings.maxHeap(),
				"-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=" + errorFile("%p"), "-XX:-CreateCoredumpOnCrash"));
		words.addAll(archiveOptions);
		words.add("-D" + WorkerDepth.PROPERTY + "=" + this.settings.setup().depth());
		words.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
		words.add("-D" + POOL + "=" + this.settings.pool());
		words.addAll(this.settings.jvmOptions());
		words.add("@" + classPathFile(command.classPath()));
		words.addAll(command.mainPrefix());
		words.add(WorkerMain.class.getName());
		words.addAll(List.of(arguments));
		return words;
	}

	private static boolean isCollector(String option) {
		return option.matches("-XX:\\+Use\\w+GC");
	}

	/**
	 * Name the JDK's own provider to a worker of the same JDK, which would look for
	 * others in every jar of its class path before it can connect.
	 */
	private static List<String> selectorProvider() {
		Class<?> type = SelectorProvider.provider().getClass();
		return (type.getClassLoader() == null) ? List.of("-D" + SelectorProvider.class.getName() + "=" + type.getName())
				: List.of();
	}

	Path errorFile(String pid) {
		return this.folder.resolve("hs_err_" + pid + ".log");
	}

	/**
	 * Write the class path to a file, since a command line may be too short for it.
	 */
	private Path classPathFile(List<String> classPath) throws IOException {
		String joined = String.join(System.getProperty("path.separator"), classPath);
		String text = "-cp \"" + joined.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
		Path file = this.folder.resolve("classpath-" + Integer.toHexString(text.hashCode()));
		if (!Files.exists(file)) {
			Path partial = Files.createTempFile(this.folder, "classpath", ".tmp");
			Files.writeString(partial, text);
			Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return file;
	}

}
