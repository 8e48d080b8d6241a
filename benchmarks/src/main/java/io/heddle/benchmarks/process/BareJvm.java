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

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A worker of the least kind, with the flags that make a JVM start fast: it connects,
 * reads a task by JDK serialization, answers, and waits for the end.
 */
public final class BareJvm {

	private static final int AOT_VERSION = 25;

	private BareJvm() {
	}

	static Process start(Class<?> main, Path socket, String... options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-XX:-UsePerfData", "-Xss512k", "-Xmx256m"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), socket.toString()));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	/**
	 * Make the archive that lets it start faster.
	 * @param file the file of the archive
	 * @return the options to use it
	 */
	static String[] train(Path file) throws Exception {
		boolean aot = Runtime.version().feature() >= AOT_VERSION;
		new Started(aot ? "-XX:AOTCacheOutput=" + file : "-XX:ArchiveClassesAtExit=" + file).end();
		return aot ? new String[] { "-XX:AOTCache=" + file, "-Xlog:aot*=off" }
				: new String[] { "-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off" };
	}

	public static void main(String[] args) throws Exception {
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(args[0])))) {
			ObjectInputStream in = new ObjectInputStream(Channels.newInputStream(channel));
			ObjectOutputStream out = new ObjectOutputStream(Channels.newOutputStream(channel));
			out.writeObject(((Callable<?>) in.readObject()).call());
			out.flush();
			in.read();
		}
	}

	/**
	 * One that has answered.
	 */
	static final class Started {

		private final double millis;

		private final Process process;

		private final SocketChannel channel;

		Started(String... options) throws Exception {
			Path folder = Files.createTempDirectory("bare");
			Path socket = folder.resolve("s");
			long start = System.nanoTime();
			try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
				server.bind(UnixDomainSocketAddress.of(socket));
				this.process = BareJvm.start(BareJvm.class, socket, options);
				this.channel = server.accept();
				ObjectOutputStream out = new ObjectOutputStream(Channels.newOutputStream(this.channel));
				out.writeObject((Callable<Integer> & Serializable) () -> 1);
				out.flush();
				new ObjectInputStream(Channels.newInputStream(this.channel)).readObject();
				this.millis = Rounds.millisSince(start);
			}
			finally {
				Files.deleteIfExists(socket);
				Files.deleteIfExists(folder);
			}
		}

		double millis() {
			return this.millis;
		}

		/**
		 * Return the resident memory.
		 * @return MiB, or 0 if the system does not tell
		 */
		double memory() throws IOException {
			return Memory.mebibytes(this.process.pid());
		}

		void end() throws Exception {
			this.channel.close();
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}

	}

}
