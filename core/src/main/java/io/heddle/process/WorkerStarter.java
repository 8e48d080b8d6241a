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
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Starts worker JVMs: process, socket, handshake, configuration. Thread-safe.
 */
final class WorkerStarter implements WorkerLauncher {

	private final AtomicInteger count = new AtomicInteger();

	private final RemoteLog log;

	private @Nullable RuntimeFolder folder;

	private @Nullable Thread training;

	private boolean closed;

	/**
	 * Create a starter.
	 * @param log takes what the workers write
	 */
	WorkerStarter(RemoteLog log) {
		this.log = log;
	}

	@Override
	public WorkerConnection start(WorkerSettings settings, Duration deadline)
			throws WorkerStartException, InterruptedException {
		if (Thread.interrupted()) {
			throw interrupted(settings);
		}
		ClassArchive archive = (settings.archive()) ? archive(settings) : null;
		List<String> options = (archive != null) ? archive.options() : List.of();
		try {
			WorkerConnection worker = start(settings, deadline, options, false);
			if (archive != null && archive.isWanted()) {
				train(settings, archive);
			}
			return worker;
		}
		catch (WorkerStartException ex) {
			if (archive == null || options.isEmpty() || !ex.isEarly()) {
				throw ex;
			}
			WorkerConnection worker = start(settings, deadline, List.of(), false);
			// without the archive it starts, so that was to blame
			quarantine(archive);
			return worker;
		}
	}

	private @Nullable ClassArchive archive(WorkerSettings settings) throws WorkerStartException, InterruptedException {
		try {
			return ClassArchive.of(new LaunchCommand(settings, folder()));
		}
		catch (ClosedByInterruptException ex) {
			throw interrupted(settings);
		}
		catch (IOException ex) {
			throw new WorkerStartException(
					"A worker of process pool '" + settings.pool() + "' did not start: " + ex.getMessage(), ex);
		}
	}

	private static void quarantine(ClassArchive archive) {
		try {
			archive.quarantine();
		}
		catch (IOException ex) {
			// another one has put it aside
		}
	}

	private synchronized void train(WorkerSettings settings, ClassArchive archive) {
		if (this.training == null && !this.closed) {
			this.training = new ArchiveTraining(settings, this, archive).start();
		}
	}

	/**
	 * Start a worker with options of a class-data archive.
	 * @param settings what it is started with
	 * @param deadline how long it may take
	 * @param archiveOptions the options
	 * @param background whether it is to stand back behind all other processes, is
	 * watched by one of its own, and does not write to the log
	 * @return the connection to the worker
	 * @throws WorkerStartException if it does not come up
	 * @throws InterruptedException if interrupted while waiting
	 */
	WorkerConnection start(WorkerSettings settings, Duration deadline, List<String> archiveOptions, boolean background)
			throws WorkerStartException, InterruptedException {
		long end = System.nanoTime() + deadline.toNanos();
		try {
			Path folder = folder();
			Path socket = folder.resolve(this.count.incrementAndGet() + ".s");
			LaunchCommand command = new LaunchCommand(settings, folder);
			Authkey key = new Authkey(Authkey.random());
			try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
				server.bind(UnixDomainSocketAddress.of(socket));
				List<String> words = command.words(archiveOptions);
				StartedProcess process = launch(settings, command, words, background);
				if (background) {
					watch(process);
				}
				return new WorkerIntroduction(settings, process, server, socket, key, end, this.log)
					.introduce(new Bootstrap(socket, key, Authkey.random(), deadline));
			}
			finally {
				Files.deleteIfExists(socket);
			}
		}
		catch (InterruptedIOException | ClosedByInterruptException ex) {
			throw interrupted(settings);
		}
		catch (WorkerStartException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new WorkerStartException(
					"A worker of process pool '" + settings.pool() + "' did not start: " + ex.getMessage(), ex);
		}
	}

	private static InterruptedException interrupted(WorkerSettings settings) {
		Thread.interrupted();
		return new InterruptedException("Interrupted while a worker of '" + settings.pool() + "' was starting");
	}

	private StartedProcess launch(WorkerSettings settings, LaunchCommand command, List<String> words,
			boolean background) throws IOException {
		command.version();
		ProcessBuilder builder = new ProcessBuilder((background) ? Nice.words(words) : words);
		Map<String, String> environment = builder.environment();
		Map<String, String> wanted = settings.environment().of(Map.copyOf(environment));
		environment.clear();
		environment.putAll(wanted);
		String mark = UUID.randomUUID().toString();
		String above = System.getenv(MarkedProcesses.VARIABLE);
		environment.put(MarkedProcesses.VARIABLE, (above != null) ? above + "," + mark : mark);
		Path workingDirectory = settings.workingDirectory();
		if (workingDirectory != null) {
			builder.directory(workingDirectory.toFile());
		}
		boolean inherit = settings.log() == WorkerLog.INHERIT && !background;
		if (inherit) {
			builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
		}
		else {
			builder.redirectErrorStream(true);
		}
		Process process = builder.start();
		LastLines lines = new LastLines();
		Thread pump = (inherit) ? null : pump(settings, process, lines, background);
		return new StartedProcess(process, new WorkerTree(process.toHandle(), mark), lines, pump,
				command.errorFile(String.valueOf(process.pid())));
	}

	/**
	 * A JVM that writes an archive when it ends is deaf by then, even if it ends because
	 * its parent is gone.
	 */
	private static void watch(StartedProcess process) throws IOException {
		try {
			OrphanWatch watch = process.tree().watch();
			process.process().onExit().thenRun(watch::close);
		}
		catch (IOException ex) {
			process.end();
			throw ex;
		}
	}

	private Thread pump(WorkerSettings settings, Process process, LastLines lines, boolean background) {
		long pid = process.pid();
		// what the JDK prints about an archive is nothing that the user has asked for
		boolean forwarded = settings.log() == WorkerLog.FORWARD && !background;
		Consumer<String> target = (!forwarded) ? lines::add : (line) -> {
			lines.add(line);
			this.log.line(pid, line);
		};
		return new OutputPump(process.getInputStream(), target).start(settings.pool() + "-output-" + pid);
	}

	synchronized Path folder() throws IOException {
		RuntimeFolder folder = this.folder;
		if (folder != null && !Files.isDirectory(folder.path())) {
			// somebody tidies up
			folder.close();
			folder = null;
		}
		if (folder == null) {
			folder = RuntimeFolder.create();
			this.folder = folder;
		}
		return folder.path();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.training != null) {
			this.training.interrupt();
		}
		RuntimeFolder folder = this.folder;
		if (folder != null) {
			this.folder = null;
			folder.close();
		}
	}

}
