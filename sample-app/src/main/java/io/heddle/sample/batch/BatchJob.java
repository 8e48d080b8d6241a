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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.Futures;
import io.heddle.sample.picture.Thumbnail;
import io.heddle.sample.picture.ThumbnailMaker;

/**
 * Sends the pictures of a batch through the executors: {@code drawing} provides a picture
 * and hands it to {@code thumbnails}, and when all are there, {@code reports} makes the
 * contact sheet and the report. Then the batch is archived by other programs.
 */
@Component
class BatchJob {

	private final NamedExecutor drawing;

	private final ThumbnailMaker thumbnailMaker;

	private final BatchReports reports;

	private final BatchArchive archive;

	private final ApplicationEventPublisher events;

	BatchJob(@Qualifier("drawing") NamedExecutor drawing, ThumbnailMaker thumbnailMaker, BatchReports reports,
			BatchArchive archive, ApplicationEventPublisher events) {
		this.drawing = drawing;
		this.thumbnailMaker = thumbnailMaker;
		this.reports = reports;
		this.archive = archive;
		this.events = events;
	}

	void run(Batch batch) throws IOException, InterruptedException, BrokenBarrierException, ExecutionException {
		enter(batch, BatchState.RUNNING);
		try (StartedReports reports = this.reports.start(batch); StartedTasks started = new StartedTasks()) {
			List<CompletableFuture<Void>> pictures = new ArrayList<>();
			for (PictureResult picture : batch.progress().pictures()) {
				pictures.add(start(batch, picture, started));
			}
			for (Future<Void> ignored : Futures.asCompleted(pictures, null)) {
				publish(batch);
			}
			enter(batch, BatchState.REPORTING);
			reports.finish();
		}
		if (batch.progress().done() > 0) {
			enter(batch, BatchState.ARCHIVING);
			this.archive.make(batch.folder());
		}
	}

	private CompletableFuture<Void> start(Batch batch, PictureResult picture, StartedTasks started) {
		TaskOptions options = TaskOptions.of().label("batch " + batch.number() + ": " + picture.name());
		CompletableFuture<CompletableFuture<Thumbnail>> provided = this.drawing.submit(() -> {
			batch.working(picture.number());
			Path file = batch.source().provide(picture.number(), picture.name(), batch.folder().pictures());
			return started
				.add(this.thumbnailMaker.make(picture.name(), file, batch.folder().thumbnail(picture.number())));
		}, options);
		return started.add(provided)
			.thenCompose(Function.identity())
			.handle((thumbnail, ex) -> settle(batch, picture.number(), thumbnail, ex));
	}

	// A picture that fails is listed as such, and the others go on
	private @Nullable Void settle(Batch batch, int number, @Nullable Thumbnail thumbnail, @Nullable Throwable ex) {
		if (thumbnail != null) {
			batch.done(number, thumbnail);
		}
		else {
			batch.failed(number, reason(ex));
		}
		return null;
	}

	private String reason(@Nullable Throwable ex) {
		Throwable cause = (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
		if (cause instanceof CancellationException) {
			return "Cancelled";
		}
		return (cause != null && cause.getMessage() != null) ? cause.getMessage() : String.valueOf(cause);
	}

	private void enter(Batch batch, BatchState state) {
		batch.enter(state);
		publish(batch);
	}

	private void publish(Batch batch) {
		this.events.publishEvent(new BatchProgressed(batch, batch.progress()));
	}

}
