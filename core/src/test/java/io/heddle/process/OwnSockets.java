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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sockets of this JVM, whoever has opened them, on Linux.
 */
final class OwnSockets {

	/** What a JVM needs to write to them. **/
	static final String OPTION = "--add-opens=java.base/java.io=ALL-UNNAMED";

	private OwnSockets() {
	}

	static List<Path> list() throws IOException {
		try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
			return links.filter(OwnSockets::isSocket).toList();
		}
	}

	private static boolean isSocket(Path link) {
		try {
			return Files.readSymbolicLink(link).toString().startsWith("socket:");
		}
		catch (IOException ex) {
			// closed meanwhile
			return false;
		}
	}

	/**
	 * Write to all, past what the worker would write.
	 * @param bytes the bytes
	 */
	static void write(byte[] bytes) throws IOException, ReflectiveOperationException {
		Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
		constructor.setAccessible(true);
		for (Path link : list()) {
			FileDescriptor descriptor = constructor.newInstance(Integer.parseInt(link.getFileName().toString()));
			try {
				new FileOutputStream(descriptor).write(bytes);
			}
			catch (IOException ex) {
				// one that the JDK keeps for itself, or the parent was quicker
			}
		}
	}

}
