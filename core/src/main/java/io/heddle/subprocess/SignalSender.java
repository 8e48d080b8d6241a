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

package io.heddle.subprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.heddle.subprocess.os.Signals;

/**
 * Sends signals to a process: those that the JDK can send by it, others by the program
 * {@code kill}.
 */
final class SignalSender {

	private static final List<Path> PROGRAMS = List.of(Path.of("/bin/kill"), Path.of("/usr/bin/kill"));

	private static final int TERM = 15;

	private static final int KILL = 9;

	private static final long LONGEST_SECONDS = 10;

	private SignalSender() {
	}

	static void send(ProcessHandle process, int signal) {
		if (signal < 1 || signal > Signals.MOST) {
			throw new IllegalArgumentException("'signal' must be between 1 and " + Signals.MOST + " but is " + signal);
		}
		if (signal == TERM) {
			process.destroy();
		}
		else if (signal == KILL) {
			process.destroyForcibly();
		}
		else if (process.isAlive()) {
			sendByProgram(process.pid(), signal);
		}
	}

	private static void sendByProgram(long pid, int signal) {
		Path program = PROGRAMS.stream()
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new UnsupportedOperationException(
					Signals.name(signal) + " cannot be sent, for there is none of " + PROGRAMS));
		boolean interrupted = false;
		try {
			Process kill = new ProcessBuilder(program.toString(), "-" + signal, String.valueOf(pid))
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			// it fails if the process has ended meanwhile, which does no harm
			kill.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			throw new UnsupportedOperationException(Signals.name(signal) + " cannot be sent: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
