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

package io.heddle.subprocess.os;

import java.util.List;
import java.util.Locale;

/**
 * The numbers and names of signals, as Linux has them on all but historic processors.
 */
public final class Signals {

	/**
	 * The highest number of a signal.
	 */
	public static final int MOST = 64;

	private static final List<String> NAMES = List.of("HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL",
			"USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",
			"URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");

	private static final String PREFIX = "SIG";

	private Signals() {
	}

	/**
	 * Return the name of a signal.
	 * @param signal the number
	 * @return the name such as {@code SIGKILL}, or {@code signal 34} for one without
	 */
	public static String name(int signal) {
		return (signal >= 1 && signal <= NAMES.size()) ? PREFIX + NAMES.get(signal - 1) : "signal " + signal;
	}

	/**
	 * Return the number of a signal.
	 * @param name the name such as {@code SIGINT} or {@code int}
	 * @return the number
	 * @throws IllegalArgumentException if there is no such signal
	 */
	public static int number(String name) {
		String upper = name.toUpperCase(Locale.ROOT);
		int index = NAMES.indexOf(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper);
		if (index < 0) {
			throw new IllegalArgumentException("There is no signal '" + name + "'. Signals are " + NAMES);
		}
		return index + 1;
	}

}
