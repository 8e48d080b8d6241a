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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the class-data archive of a pool in the background: a worker is started as any
 * other, called once and stopped, and its JVM writes what it has loaded. Runs once.
 */
final class ArchiveTraining implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	// until the pool has come to work
	private static final Duration DELAY = Duration.ofSeconds(3);

	private static final Duration DEADLINE = Duration.ofMinutes(2);

	private final WorkerSettings settings;

	private final WorkerStarter starter;

	private final ClassArchive archive;

	ArchiveTraining(WorkerSettings settings, WorkerStarter starter, ClassArchive archive) {
		this.settings = settings;
		this.starter = starter;
		this.archive = archive;
	}

	Thread start() {
		Thread thread = new Thread(this, this.settings.pool() + "-archive");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
		return thread;
	}

	@Override
	public void run() {
		try {
			TimeUnit.NANOSECONDS.sleep(DELAY.toNanos());
			make();
		}
		catch (InterruptedException ex) {
			// the pool is closed
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("There is no class-data archive for process pool '{}'", this.settings.pool(), ex);
		}
	}

	void make() throws IOException, InterruptedException {
		this.archive.make(this::train);
	}

	private void train(List<String> options) throws IOException, InterruptedException {
		// an archive holds no class of a rehearsal that is there because none holds it
		WorkerConnection worker = this.starter.start(this.settings.unrehearsed(), DEADLINE, options, true);
		try (FrameWait wait = new FrameWait(worker.channel())) {
			TaskCodec codec = TaskCodec.of(this.settings);
			BeanMethod method = new BeanMethod(null, ReflectiveBeans.class.getName(), "names", List.of());
			worker.channel()
				.write(List.of(codec.define(1, method), codec.call(1, null, 1, new Object[0]),
						// fails, but not before it has been read from an object stream
						codec.task(2, null, new ArrayList<>(List.of("no task"))),
						TaskCodec.control(FrameKind.STOP, 0)));
			wait.next(System.nanoTime() + DEADLINE.toNanos());
			if (!worker.process().waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IOException("The training worker does not end");
			}
		}
		finally {
			worker.descendants().kill();
			worker.close();
		}
	}

}
