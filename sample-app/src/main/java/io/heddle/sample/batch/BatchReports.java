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

package io.heddle.sample.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.sample.picture.ContactSheet;
import io.heddle.sample.picture.Thumbnail;
import io.heddle.sync.NamedBarrier;

/**
 * Makes the contact sheet and the report of a batch. The tasks of both start with the
 * batch and wait at the barrier {@code pictures}, where the batch is the third to come
 * once its pictures are there. Batches come one after another, so it is one barrier for
 * all.
 */
@Component
class BatchReports {

	private final NamedExecutor reports;

	private final NamedBarrier pictures;

	private final ContactSheet contactSheet;

	private final Report report;

	BatchReports(@Qualifier("reports") NamedExecutor reports, NamedBarrier pictures, ContactSheet contactSheet,
			Report report) {
		this.reports = reports;
		this.pictures = pictures;
		this.contactSheet = contactSheet;
		this.report = report;
	}

	/**
	 * Start the tasks.
	 * @param batch the batch
	 * @return the tasks, to be finished or closed
	 */
	StartedReports start(Batch batch) {
		// An earlier batch may have broken it, or an operator
		this.pictures.reset();
		StartedReports started = new StartedReports(this.pictures);
		try {
			start(batch, "contact sheet", started,
					() -> this.contactSheet.print(frames(batch.progress()), batch.folder().contactSheet()));
			start(batch, "report", started, () -> this.report.write(batch.progress(), batch.folder().report()));
			return started;
		}
		catch (RuntimeException ex) {
			started.close();
			throw ex;
		}
	}

	private void start(Batch batch, String what, StartedReports started, Printing printing) {
		started.add(this.reports.submit(() -> {
			this.pictures.await();
			return printing.print();
		}, TaskOptions.of().label("batch " + batch.number() + ": " + what)));
	}

	private static List<ContactSheet.Frame> frames(BatchProgress progress) {
		List<ContactSheet.Frame> frames = new ArrayList<>();
		for (PictureResult picture : progress.pictures()) {
			Thumbnail thumbnail = picture.thumbnail();
			if (thumbnail != null) {
				frames.add(new ContactSheet.Frame(thumbnail.file(), picture.name()));
			}
		}
		return frames;
	}

	/**
	 * Makes a file.
	 */
	@FunctionalInterface
	private interface Printing {

		Path print() throws IOException;

	}

}
