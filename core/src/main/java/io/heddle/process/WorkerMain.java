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
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The main class of a worker JVM. Process pools start it; it is of no use to others.
 */
public final class WorkerMain {

	// for the configuration, before the worker knows the limit of its pool
	private static final int MAX_CONFIG_SIZE = 64 << 20;

	private final Bootstrap bootstrap;

	private final ParentLoss parentLoss;

	private WorkerMain(Bootstrap bootstrap) {
		this.bootstrap = bootstrap;
		this.parentLoss = new ParentLoss(Objects.requireNonNull(bootstrap.socket().getParent()));
	}

	/**
	 * Run a worker.
	 * @param args none
	 */
	public static void main(String[] args) {
		Bootstrap bootstrap;
		try {
			bootstrap = Bootstrap.read(System.in);
			// what was in there is for nobody else, and more will not come
			System.setIn(InputStream.nullInputStream());
		}
		catch (IOException ex) {
			System.err.println("A worker JVM is started by a process pool, not by hand: " + ex);
			Runtime.getRuntime().halt(ParentLoss.EXIT_CODE);
			return;
		}
		new WorkerMain(bootstrap).run();
	}

	private void run() {
		int exitCode = 0;
		try {
			preload();
			FrameChannel channel = new FrameChannel(
					SocketChannel.open(UnixDomainSocketAddress.of(this.bootstrap.socket())), Handshake.MAX_FRAME_SIZE);
			WorkerConfig config = connect(channel);
			exitCode = work(channel, config);
		}
		catch (IOException ex) {
			this.parentLoss.end(ex);
		}
		// also where threads of the user still run
		System.exit(exitCode);
	}

	/**
	 * Load classes that the first task needs, while this thread waits for the parent.
	 */
	private static void preload() {
		Thread thread = new Thread(() -> new Rehearsal().ofCodec(), "heddle-preload");
		thread.setDaemon(true);
		thread.start();
	}

	private WorkerConfig connect(FrameChannel channel) throws IOException {
		long deadline = System.nanoTime() + this.bootstrap.deadline().toNanos();
		try (FrameWait wait = new FrameWait(channel)) {
			new Handshake(channel, wait, this.bootstrap.key(), deadline).asWorker(this.bootstrap.nonce());
			channel.maxFrameSize(MAX_CONFIG_SIZE);
			Frame frame = wait.next(deadline);
			if (frame.kind() != FrameKind.CONFIG) {
				throw new FrameException("Expected CONFIG but got " + frame.kind());
			}
			TaskCodec codec = codec(new AllowList("configuration", List.of()), MAX_CONFIG_SIZE);
			WorkerConfig config = WorkerConfig.decode(frame, codec);
			channel.maxFrameSize(config.maxFrameSize());
			return config;
		}
	}

	private int work(FrameChannel channel, WorkerConfig config) throws IOException {
		Thread runner = Thread.currentThread();
		TaskCodec codec = codec(new AllowList(config.setup().pool(), config.allow()), config.maxFrameSize());
		WorkerLine line = new WorkerLine(channel);
		WorkerInbox inbox = new WorkerInbox(runner);
		WorkerReader reader = new WorkerReader(line, inbox, new WorkerAnswers(line, inbox, codec, runner));
		WorkerRelief relief = new WorkerRelief(inbox, reader, this.parentLoss);
		inbox.begin();
		relief.start();
		ForwardedLog log = (config.log() != WorkerLog.FORWARD) ? null : new ForwardedLog(line, inbox, codec);
		if (log != null) {
			ForwardedOutput.install(log);
			if (config.beansFactory() == null) {
				JulForwarding.install();
			}
		}
		WorkerBeans beans;
		try {
			beans = openBeans(config, log);
		}
		catch (Throwable ex) {
			line.send(codec.encodePlain(FrameKind.START_FAILED, 0, codec.throwables().encode(ex).toArray()));
			return 0;
		}
		finally {
			inbox.done();
		}
		try (beans) {
			line.send(codec.encodePlain(FrameKind.READY, 0, (Object) beans.names().toArray(String[]::new)));
			TaskInvoker invoker = new TaskInvoker(codec, new TaskContexts(config.contexts()), beans, classLoader(),
					new ChunkInvoker(codec, inbox, line));
			new SignalHook(line, inbox, runner, config.killGrace()).install();
			WorkerSession session = new WorkerSession(line, inbox, reader, relief, invoker, config.spin().toNanos(),
					config.rehearsals());
			int exitCode = session.run();
			// the relief goes on reading while the beans are closed
			inbox.begin();
			relief.begun();
			return exitCode;
		}
	}

	private static WorkerBeans openBeans(WorkerConfig config, @Nullable WorkerLogSink log) throws Exception {
		String factory = config.beansFactory();
		if (factory == null) {
			return new ReflectiveBeans();
		}
		Constructor<?> constructor = Class.forName(factory, true, classLoader()).getDeclaredConstructor();
		constructor.setAccessible(true);
		return ((WorkerBeansFactory) constructor.newInstance()).open(config.setup(), log);
	}

	private static TaskCodec codec(AllowList allow, int maxFrameSize) {
		ValueCodec values = new ValueCodec(allow, maxFrameSize, classLoader());
		return new TaskCodec(values, new ThrowableCodec(values, "In worker " + ProcessHandle.current().pid()));
	}

	private static ClassLoader classLoader() {
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		return (context != null) ? context : WorkerMain.class.getClassLoader();
	}

}
