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

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchService;
import io.heddle.sample.batch.BatchState;

/**
 * Starts the first batch as soon as the application is up, and tells the exit code.
 */
@Component
public class LabRunner implements ApplicationRunner, ExitCodeGenerator {

	private final CommandLine commandLine;

	private final BatchService batches;

	private final Page page;

	private final Terminal terminal;

	private volatile @Nullable Batch first;

	LabRunner(CommandLine commandLine, BatchService batches, Page page, Terminal terminal) {
		this.commandLine = commandLine;
		this.batches = batches;
		this.page = page;
		this.terminal = terminal;
	}

	@Override
	public void run(ApplicationArguments args) throws IOException {
		this.terminal.output().println("Photo lab is up: " + this.page.address());
		Path folder = this.commandLine.folder();
		this.first = (folder != null) ? this.batches.startFolder(folder) : this.batches.startDrawn();
	}

	/**
	 * Return whether the application shall end after the first batch.
	 * @return whether {@code --once} was given
	 */
	public boolean isOnce() {
		return this.commandLine.once();
	}

	/**
	 * Wait for the end of the first batch.
	 * @throws InterruptedException if interrupted while waiting
	 */
	public void await() throws InterruptedException {
		Batch batch = this.first;
		if (batch != null) {
			batch.await();
		}
	}

	@Override
	public int getExitCode() {
		Batch batch = this.first;
		return (batch != null && batch.progress().state() == BatchState.DONE) ? 0 : 1;
	}

}
