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

package io.heddle.autoconfigure.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;
import io.heddle.process.StartMethod;

/**
 * Checks the properties of one process pool.
 */
class ProcessPoolEntryValidator extends NamedEntryValidator<ProcessPoolProperties> {

	/** A property that GraalVM sets while the image runs. **/
	private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

	private static final int LARGEST_SIZE = 1_024;

	private static final Duration MAX_SPIN = Duration.ofMillis(1);

	private static final DataSize LEAST_FRAME = DataSize.ofMegabytes(1);

	private static final DataSize LARGEST_FRAME = DataSize.ofMegabytes(2047);

	private static final Pattern ALLOW = Pattern
		.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.]*(\\.\\*\\*?)?");

	/** The beginning of an option behind another; a mere '-' may belong to a value. **/
	private static final Pattern ANOTHER_OPTION = Pattern
		.compile("\\s-(X|D|-|javaagent:|agent(lib|path):|verbose|(ea|da|esa|dsa)\\b|(en|dis)able)");

	ProcessPoolEntryValidator(NamedEntry<ProcessPoolProperties> entry) {
		super(entry);
	}

	/**
	 * Return the entry if all properties are valid.
	 * @return the entry
	 * @throws InvalidPropertyException for the first invalid property
	 */
	NamedEntry<ProcessPoolProperties> validate() {
		validateName();
		validateStartMethod();
		validateNumbers();
		validateTimes();
		validateRestart();
		validateJvm();
		validateEnvironment();
		validateWorkingDirectory();
		validateSources();
		validateSerialization();
		validateShutdown();
		return entry();
	}

	private void validateStartMethod() {
		StartMethod startMethod = properties().getStartMethod();
		boolean possible = startMethod == StartMethod.THREAD || !"runtime".equals(System.getProperty(NATIVE_IMAGE));
		check(possible || entry().isDefaults(), "start-method", kebab(startMethod),
				"a native image has no classes that a worker JVM could be started with",
				"Set it to 'thread', which runs the tasks in the application itself, or run the application on a JVM.");
	}

	private void validateNumbers() {
		ProcessPoolProperties properties = properties();
		Integer size = properties.getSize();
		checkAtLeast("size", size, 1, "a pool needs at least one worker");
		check(size == null || size <= LARGEST_SIZE, "size", size, "each worker is a JVM of its own",
				"Set it to " + LARGEST_SIZE + " or less.");
		checkAtLeast("spares", properties.getSpares(), 0, "a number of workers must not be negative");
		checkAtLeast("max-tasks-per-worker", properties.getMaxTasksPerWorker(), 1,
				"a worker runs at least one task before it is replaced");
		checkAtLeast("retries", properties.getRetries(), 0, "a number of retries must not be negative");
		checkAtLeast("queue-capacity", properties.getQueueCapacity(), 1, "a queue needs room for at least one task");
		checkAtLeast("max-depth", properties.getMaxDepth(), 1, "the pool itself counts as one");
		DataSize memory = properties.getMaxWorkerMemory();
		check(memory == null || memory.toBytes() > 0, "max-worker-memory", memory, "a size must be more than zero",
				"Set it to a size, for example '512MB', or leave it out for none.");
	}

	private void validateTimes() {
		ProcessPoolProperties properties = properties();
		checkPositive("max-worker-age", properties.getMaxWorkerAge());
		checkPositive("queue-timeout", properties.getQueueTimeout());
		checkPositive("task-timeout", properties.getTaskTimeout());
		checkPositive("stuck-after", properties.getStuckAfter());
		checkNotNegative("kill-grace", properties.getKillGrace());
		checkNotNegative("spin", properties.getSpin());
		check(properties.getSpin().compareTo(MAX_SPIN) <= 0, "spin", properties.getSpin(),
				"a worker must not poll for longer than 1 ms", "Set it to 1ms or less, for example '50us'.");
	}

	private void validateRestart() {
		ProcessPoolProperties.Restart restart = properties().getRestart();
		checkAtLeast("restart.max", restart.getMax(), 1, "at least one worker is replaced");
		check(!restart.getWithin().isNegative() && !restart.getWithin().isZero(), "restart.within", restart.getWithin(),
				"a window must be longer than zero", "Set it to a positive duration, for example '1m'.");
		checkNotNegative("restart.backoff", restart.getBackoff());
	}

	private void validateJvm() {
		ProcessPoolProperties.Jvm jvm = properties().getJvm();
		String home = jvm.getJavaHome();
		if (home != null) {
			check(isFile(home, "bin/java") || isFile(home, "bin/java.exe"), "jvm.java-home", home,
					"there is no Java: it has no 'bin/java'",
					"Set it to the home folder of a Java 17 or later, or leave it out for the Java of the application.");
		}
		check(WorkerHeap.isValid(jvm.getMaxHeap()), "jvm.max-heap", jvm.getMaxHeap(), "it is not a size of at least 2m",
				"Write it as in '256m' or '1g'.");
		for (String option : jvm.getOptions()) {
			check(option.startsWith("-"), "jvm.options", option, "an option of a JVM begins with '-'",
					"Correct or remove it. Each option is an element of its own.");
			check(!ANOTHER_OPTION.matcher(option).find(), "jvm.options", option, "it is several options in one",
					"Make each option an element of its own: separate them by commas, or write a list in YAML.");
			check(!option.matches("-(jar|cp|classpath|-class-path.*|p|-module-path.*|m|-module.*)"), "jvm.options",
					option, "the pool itself says which classes a worker has",
					"Remove it. A worker has the class path of the application.");
		}
	}

	private void validateEnvironment() {
		ProcessPoolProperties.Environment environment = properties().getEnvironment();
		checkEnvironment(environment.getInherit(), environment.getAllow(), environment.getSet().keySet());
	}

	private void validateWorkingDirectory() {
		String directory = properties().getWorkingDirectory();
		check(directory == null || isDirectory(directory), "working-directory", directory, "there is no such folder",
				"Create the folder, correct the path, or leave it out for that of the application.");
	}

	private void validateSources() {
		for (String source : properties().getSources()) {
			SourceClass type = new SourceClass(source);
			check(type.exists(), "sources", source, "there is no such class",
					"Write the full name of a class of the application, for example a @Configuration.");
			check(!type.isOfJdk(), "sources", source, "it is a class of the JDK, of which a worker would have nothing",
					"Write the full name of a class of the application, for example a @Configuration.");
		}
	}

	private void validateSerialization() {
		ProcessPoolProperties.Serialization serialization = properties().getSerialization();
		for (String pattern : serialization.getAllow()) {
			check(ALLOW.matcher(pattern).matches(), "serialization.allow", pattern,
					"it is neither the name of a class nor a package with '.*' or '.**'",
					"Write it as in 'com.acme.Type', 'com.acme.*' or 'com.acme.**'.");
		}
		DataSize maxSize = serialization.getMaxSize();
		check(maxSize.compareTo(LEAST_FRAME) >= 0 && maxSize.compareTo(LARGEST_FRAME) <= 0, "serialization.max-size",
				maxSize, "it does not lie between 1MB and 2047MB", "Set it to a size in that range.");
	}

	private void validateShutdown() {
		ProcessPoolProperties.Shutdown shutdown = properties().getShutdown();
		checkShutdown(shutdown.getAwaitTermination(), shutdown.getPeriod());
	}

	private void checkAtLeast(String property, @Nullable Integer value, int least, String reason) {
		check(value == null || value >= least, property, value, reason, "Set it to " + least + " or more.");
	}

	private void checkNotNegative(String property, Duration value) {
		check(!value.isNegative(), property, value, "a time must not be negative",
				"Set it to zero or more, for example '2s'.");
	}

	private static boolean isFile(String folder, String name) {
		try {
			return Files.isRegularFile(Path.of(folder, name));
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	private static boolean isDirectory(String folder) {
		try {
			return Files.isDirectory(Path.of(folder));
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

}
