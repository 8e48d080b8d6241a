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

package io.heddle.sample.console;

import java.io.Console;
import java.io.PrintStream;

import org.springframework.util.ReflectionUtils;

/**
 * Where the progress is printed.
 *
 * @param output the stream
 * @param interactive whether a printed line can be printed over
 */
record Terminal(PrintStream output, boolean interactive) {

	static Terminal system() {
		return new Terminal(System.out, isInteractive());
	}

	private static boolean isInteractive() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		// From Java 22 on there is a console without a terminal too
		var isTerminal = ReflectionUtils.findMethod(Console.class, "isTerminal");
		return isTerminal == null || Boolean.TRUE.equals(ReflectionUtils.invokeMethod(isTerminal, console));
	}

}
