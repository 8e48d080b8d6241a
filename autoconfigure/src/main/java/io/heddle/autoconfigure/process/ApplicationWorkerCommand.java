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

package io.heddle.autoconfigure.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.heddle.process.WorkerCommand;

/**
 * Reaches the classes of an application from classes, from an extracted layout and from a
 * fat jar. A fat jar is extracted once, since its launcher would cost each start of a
 * worker 100 ms and more; where that fails, the launcher it is.
 */
class ApplicationWorkerCommand implements WorkerCommand {

	private static final Log logger = LogFactory.getLog(ApplicationWorkerCommand.class);

	private final WorkerCommand plain;

	private final ExtractedApplications extracted;

	private @Nullable Layout layout;

	ApplicationWorkerCommand() {
		this(WorkerCommand.ofClassPath(), ExtractedApplications.ofUser());
	}

	ApplicationWorkerCommand(WorkerCommand plain, ExtractedApplications extracted) {
		this.plain = plain;
		this.extracted = extracted;
	}

	@Override
	public List<String> classPath() {
		return layout().classPath();
	}

	@Override
	public List<String> mainPrefix() {
		return layout().mainPrefix();
	}

	/**
	 * Looked at again before each start: what cleans caches may have been there.
	 */
	private synchronized Layout layout() {
		Layout known = this.layout;
		if (known == null || !known.isComplete()) {
			known = find();
			this.layout = known;
		}
		return known;
	}

	private Layout find() {
		List<String> classPath = this.plain.classPath();
		BootArchive archive = (classPath.size() == 1) ? BootArchive.of(Path.of(classPath.get(0))) : null;
		if (archive == null) {
			return new Layout(classPath, List.of());
		}
		try {
			return new Layout(this.extracted.classPath(archive), List.of());
		}
		catch (IOException ex) {
			logger.warn("Cannot extract " + archive.file() + " for workers: " + ex
					+ ". They start by its launcher, which takes longer");
			return new Layout(classPath, BootArchive.LAUNCHER);
		}
	}

	/**
	 * How the classes are reached.
	 *
	 * @param classPath the class path
	 * @param mainPrefix the launcher, if it takes one
	 */
	private record Layout(List<String> classPath, List<String> mainPrefix) {

		boolean isComplete() {
			return this.classPath.stream().allMatch((entry) -> Path.of(entry).toFile().exists());
		}

	}

}
