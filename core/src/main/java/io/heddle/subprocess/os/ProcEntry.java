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

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of a process below {@code /proc}.
 *
 * @param pid its process id
 * @param parent the process id of its parent
 * @param session the session in which it is
 * @param start when it was started, in the unit of the system
 */
record ProcEntry(long pid, long parent, long session, long start) {

	static final File PROC = new File("/proc");

	private static final char ZOMBIE = 'Z';

	/** Where the fields stand after the name of the process. **/
	private static final int PARENT = 1;

	private static final int SESSION = 3;

	private static final int START = 19;

	/**
	 * Read an entry. Threads have one too, although they are not listed.
	 * @param pid the number of a process or thread
	 * @return the entry, or {@code null} if there is none, or it has ended
	 */
	static @Nullable ProcEntry of(long pid) {
		File file = new File(PROC, pid + "/stat");
		if (!file.exists()) {
			return null;
		}
		String stat = read(file);
		// the name, which stands in parentheses, may have anything in it
		int end = stat.lastIndexOf(')');
		if (end < 0 || end + 2 >= stat.length() || stat.charAt(end + 2) == ZOMBIE) {
			return null;
		}
		String[] words = stat.substring(end + 2).split(" ", START + 2);
		return (words.length > START) ? new ProcEntry(pid, Long.parseLong(words[PARENT]),
				Long.parseLong(words[SESSION]), Long.parseLong(words[START])) : null;
	}

	/**
	 * Return the number that was given last to a process or thread.
	 * @return the number, or -1 where the system does not tell
	 */
	static long lastNumber() {
		String load = read(new File(PROC, "loadavg")).trim();
		int last = load.lastIndexOf(' ');
		return (last > 0) ? Long.parseLong(load.substring(last + 1)) : -1;
	}

	/**
	 * Return whether this is a process, and no thread of one.
	 * @return whether it is a process
	 */
	boolean isProcess() {
		return read(new File(PROC, this.pid + "/status")).contains("\nTgid:\t" + this.pid + "\n");
	}

	/**
	 * Return the pipes that the process has open.
	 * @param standardOnly whether to look at its three standard streams alone
	 * @return the names of the pipes; empty if it is another user's
	 */
	Set<String> pipes(boolean standardOnly) {
		String[] descriptors = (standardOnly) ? new String[] { "0", "1", "2" }
				: new File(PROC, this.pid + "/fd").list();
		Set<String> pipes = new HashSet<>();
		if (descriptors != null) {
			for (String descriptor : descriptors) {
				String pipe = pipe(this.pid, descriptor);
				if (pipe != null) {
					pipes.add(pipe);
				}
			}
		}
		return pipes;
	}

	/**
	 * Return the pipe that a process has open.
	 * @param pid the process id
	 * @param descriptor 0 for its input, 1 for its output, 2 for its error
	 * @return the name of the pipe, or {@code null} if it is none, or not known
	 */
	static @Nullable String pipe(long pid, String descriptor) {
		try {
			String target = Files.readSymbolicLink(Path.of(PROC.getPath(), Long.toString(pid), "fd", descriptor))
				.toString();
			return (target.startsWith("pipe:")) ? target : null;
		}
		catch (IOException ex) {
			// it has ended, or is another user's
			return null;
		}
	}

	private static String read(File file) {
		byte[] bytes = new byte[2048];
		try (FileInputStream input = new FileInputStream(file)) {
			int length = Math.max(0, input.read(bytes));
			return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
