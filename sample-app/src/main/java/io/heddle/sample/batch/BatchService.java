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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.sample.PhotoLabProperties;
import io.heddle.sample.picture.PictureArtist;
import io.heddle.sample.picture.PictureFolder;

/**
 * Takes orders for batches, and remembers the last ones. One batch runs after the other,
 * on the executor {@code batches}.
 */
@Service
public class BatchService {

	private static final int REMEMBERED = 10;

	private final NamedExecutor batches;

	private final BatchJob job;

	private final OutputFolder output;

	private final ApplicationEventPublisher events;

	private final DrawnPictures drawn;

	private final Deque<Batch> latest = new ArrayDeque<>();

	BatchService(@Qualifier("batches") NamedExecutor batches, BatchJob job, OutputFolder output, PictureArtist artist,
			PhotoLabProperties properties, ApplicationEventPublisher events) {
		this.batches = batches;
		this.job = job;
		this.output = output;
		this.events = events;
		this.drawn = new DrawnPictures(artist, properties.pictures());
	}

	/**
	 * Start a batch of drawn pictures.
	 * @return the batch
	 * @throws IOException if its folder cannot be made
	 * @throws RejectedExecutionException if too many batches wait
	 */
	public Batch startDrawn() throws IOException {
		return start((folder) -> this.drawn);
	}

	/**
	 * Start a batch of the pictures in a folder.
	 * @param pictures the folder
	 * @return the batch
	 * @throws IOException if there are no pictures, or the batch's folder cannot be made
	 * @throws RejectedExecutionException if too many batches wait
	 */
	public Batch startFolder(Path pictures) throws IOException {
		return start((folder) -> new FolderPictures(pictures.toString(), pictures));
	}

	/**
	 * Start a batch of uploaded pictures.
	 * @param uploads the pictures
	 * @return the batch
	 * @throws IOException if there are none, or they cannot be stored
	 * @throws RejectedExecutionException if too many batches wait
	 */
	public Batch startUploads(List<Upload> uploads) throws IOException {
		return start((folder) -> UploadedPictures.store(uploads, folder.pictures()));
	}

	/**
	 * Start another batch of the pictures of the last one.
	 * @return the batch
	 * @throws IOException if its folder cannot be made
	 * @throws RejectedExecutionException if too many batches wait
	 */
	public Batch startAgain() throws IOException {
		Batch last = latest();
		return start((folder) -> (last != null) ? last.source() : this.drawn);
	}

	/**
	 * Return the batch that was started last.
	 * @return the batch, or {@code null} before the first
	 */
	public @Nullable Batch latest() {
		synchronized (this.latest) {
			return this.latest.peekLast();
		}
	}

	/**
	 * Return one of the last ten batches.
	 * @param number the number of the batch
	 * @return the batch, or {@code null} if there is none of that number
	 */
	public @Nullable Batch find(int number) {
		synchronized (this.latest) {
			return this.latest.stream().filter((batch) -> batch.number() == number).findFirst().orElse(null);
		}
	}

	/**
	 * Return the last batches.
	 * @return at most ten batches, the oldest first
	 */
	public List<Batch> remembered() {
		synchronized (this.latest) {
			return List.copyOf(this.latest);
		}
	}

	private Batch start(SourceFactory sources) throws IOException {
		OutputFolder.Numbered next = this.output.next();
		try {
			PictureSource source = sources.create(next.folder());
			List<String> names = source.names();
			if (names.isEmpty()) {
				throw new NoPicturesException("There are no pictures in " + source.description()
						+ ". Known are files that end in " + String.join(", ", PictureFolder.EXTENSIONS));
			}
			Batch batch = new Batch(next.number(), next.folder(), source, names);
			submit(batch);
			return batch;
		}
		catch (IOException | RejectedExecutionException ex) {
			FileSystemUtils.deleteRecursively(next.folder().root());
			throw ex;
		}
	}

	private void submit(Batch batch) {
		CompletableFuture<?> future = this.batches.submit(() -> {
			this.job.run(batch);
			return null;
		}, TaskOptions.of().label("batch " + batch.number()));
		remember(batch);
		future.whenComplete((ignored, ex) -> end(batch, ex));
	}

	private void remember(Batch batch) {
		synchronized (this.latest) {
			this.latest.addLast(batch);
			if (this.latest.size() > REMEMBERED) {
				this.latest.removeFirst();
			}
		}
	}

	private void end(Batch batch, @Nullable Throwable ex) {
		if (ex instanceof CancellationException) {
			batch.enter(BatchState.CANCELLED);
		}
		else if (ex != null) {
			batch.fail(String.valueOf((ex.getCause() != null) ? ex.getCause() : ex));
		}
		else if (batch.progress().done() == 0) {
			batch.fail("None of the pictures could be read");
		}
		else {
			batch.enter(BatchState.DONE);
		}
		this.events.publishEvent(new BatchProgressed(batch, batch.progress()));
		batch.ended();
	}

	/**
	 * Makes the source of a batch once its folder is there.
	 */
	private interface SourceFactory {

		PictureSource create(BatchFolder folder) throws IOException;

	}

}
