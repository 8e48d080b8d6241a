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

package io.heddle.benchmarks.scheduling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.heddle.benchmarks.Figures;

/**
 * Measures the event scheduler, the scheduler bean and their peers, each in JVMs of its
 * own, several rounds by turns.
 */
public final class SchedulerComparison {

	static final int[] COUNTS = { 100_000, 1_000_000 };

	static final int PYTHON_COUNT = 100_000;

	static final String PYTHON = "Python sched";

	private static final String QUICK = "--quick";

	private static final String SCRIPT = "timers.py";

	private final Figures figures = new Figures();

	private final int rounds;

	private SchedulerComparison(boolean quick) {
		this.rounds = quick ? 3 : 5;
	}

	/**
	 * Measure and print.
	 * @param options {@code --quick}, or nothing
	 */
	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new SchedulerComparison(options.contains(QUICK)).run();
	}

	/**
	 * Return the name of a figure.
	 */
	static String name(String what, String contender, int count) {
		return String.format(Locale.ROOT, "%s, %s, %,d", what, contender, count);
	}

	private void run() throws Exception {
		List<TimerContender> contenders = new ArrayList<>(Arrays.asList(TimerContender.values()));
		List<FireContender> beans = new ArrayList<>(Arrays.asList(FireContender.values()));
		for (int round = 1; round <= this.rounds; round++) {
			System.err.printf("Round %d of %d%n", round, this.rounds);
			for (int count : COUNTS) {
				for (TimerContender contender : contenders) {
					measure(contender, count);
				}
			}
			for (FireContender bean : beans) {
				measure(bean);
			}
			// back and forth, so that nobody always follows the same neighbour
			Collections.reverse(contenders);
			Collections.reverse(beans);
		}
		measurePython();
		System.out.print(new SchedulerReport(this.rounds, this.figures));
	}

	private void measure(TimerContender contender, int count) throws Exception {
		// as many timers in all, whatever their number
		int times = 3_000_000 / count;
		read(java(TimerFigures.class, contender.name(), String.valueOf(count), String.valueOf(times),
				String.valueOf(times)), contender.label(), count);
	}

	private void measure(FireContender contender) throws Exception {
		read(java(FireFigures.class, contender.name()), contender.label(), FireFigures.COUNT);
	}

	private static ProcessBuilder java(Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms2g", "-Xmx2g",
						"-XX:+AlwaysPreTouch"));
		if (Runtime.version().feature() >= 23) {
			// Netty reads fields by Unsafe, of which Java warns from 24 on
			command.add("--sun-misc-unsafe-memory-access=allow");
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command);
	}

	private void measurePython() throws Exception {
		Path script = Files.createTempFile("timers", ".py");
		try (InputStream text = SchedulerComparison.class.getResourceAsStream("/python/" + SCRIPT)) {
			Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
			read(new ProcessBuilder("python3", script.toString(), String.valueOf(PYTHON_COUNT)), PYTHON, PYTHON_COUNT);
		}
		catch (IOException ex) {
			System.err.println("No python3: " + ex.getMessage());
		}
		finally {
			Files.deleteIfExists(script);
		}
	}

	private void read(ProcessBuilder builder, String contender, int count) throws Exception {
		Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				this.figures.add(name(words[0], contender, count), Double.parseDouble(words[1]));
			}
		}
		if (process.waitFor() != 0) {
			throw new IllegalStateException(contender + " ended with " + process.exitValue());
		}
	}

}
