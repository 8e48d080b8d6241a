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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import io.heddle.sample.picture.Thumbnail;

/**
 * A batch and how far it is. Thread-safe.
 */
public class Batch {

	private final int number;

	private final BatchFolder folder;

	private final PictureSource source;

	private final List<PictureResult> pictures = new ArrayList<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private BatchState state = BatchState.WAITING;

	private @Nullable Instant started;

	private @Nullable Instant ended;

	private @Nullable String failure;

	Batch(int number, BatchFolder folder, PictureSource source, List<String> names) {
		this.number = number;
		this.folder = folder;
		this.source = source;
		for (String name : names) {
			this.pictures.add(PictureResult.waiting(this.pictures.size() + 1, name));
		}
	}

	/**
	 * Return the number of this batch.
	 * @return the number, from 1
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Return where the files of this batch are.
	 * @return the folder
	 */
	public BatchFolder folder() {
		return this.folder;
	}

	PictureSource source() {
		return this.source;
	}

	/**
	 * Return how far this batch is.
	 * @return the progress at this moment
	 */
	public synchronized BatchProgress progress() {
		return new BatchProgress(this.number, this.source.description(), this.state, List.copyOf(this.pictures), took(),
				this.failure);
	}

	private Duration took() {
		if (this.started == null) {
			return Duration.ZERO;
		}
		return Duration.between(this.started, (this.ended != null) ? this.ended : Instant.now());
	}

	/**
	 * Return one of the pictures.
	 * @param number the number of the picture, from 1
	 * @return how far it is, or {@code null} if there is none of that number
	 */
	public synchronized @Nullable PictureResult find(int number) {
		return (number >= 1 && number <= this.pictures.size()) ? this.pictures.get(number - 1) : null;
	}

	/**
	 * Return the picture of which the thumbnail was made.
	 * @param picture a picture of this batch
	 * @return its file
	 */
	public Path original(PictureResult picture) {
		return this.source.file(picture.name(), this.folder.pictures());
	}

	synchronized void enter(BatchState state) {
		if (!this.state.isEnd()) {
			this.state = state;
			this.started = (this.started != null) ? this.started : Instant.now();
			this.ended = state.isEnd() ? Instant.now() : null;
		}
	}

	synchronized void fail(String failure) {
		this.failure = failure;
		enter(BatchState.FAILED);
	}

	void ended() {
		this.end.countDown();
	}

	/**
	 * Wait until this batch has ended, however it ends.
	 * @throws InterruptedException if interrupted while waiting
	 */
	public void await() throws InterruptedException {
		this.end.await();
	}

	synchronized void working(int number) {
		this.pictures.set(number - 1, this.pictures.get(number - 1).working());
	}

	synchronized void done(int number, Thumbnail thumbnail) {
		this.pictures.set(number - 1, this.pictures.get(number - 1).done(thumbnail));
	}

	synchronized void failed(int number, String failure) {
		this.pictures.set(number - 1, this.pictures.get(number - 1).failed(failure));
	}

}
