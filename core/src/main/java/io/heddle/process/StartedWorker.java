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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A worker that is ready.
 *
 * @param started its process
 * @param channel the authenticated channel
 * @param beans the names of its beans
 */
record StartedWorker(StartedProcess started, FrameChannel channel, Set<String> beans) implements WorkerConnection {

	@Override
	public long pid() {
		return process().pid();
	}

	@Override
	public Process process() {
		return this.started.process();
	}

	@Override
	public List<String> lastOutput() {
		return this.started.lastOutput();
	}

	@Override
	public void remember(String line) {
		this.started.lines().add(line);
	}

	@Override
	public @Nullable Path errorFile() {
		return ErrorFiles.keep(this.started.errorFile());
	}

	@Override
	public Descendants descendants() {
		return this.started.tree();
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
