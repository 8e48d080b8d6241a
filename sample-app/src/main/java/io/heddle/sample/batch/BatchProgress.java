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

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A batch at one moment.
 *
 * @param number the number of the batch
 * @param source where its pictures come from
 * @param state how far it is
 * @param pictures its pictures
 * @param took how long it has run, or ran
 * @param failure why it failed if it did
 */
public record BatchProgress(int number, String source, BatchState state, List<PictureResult> pictures, Duration took,
		@Nullable String failure) {

	/**
	 * Return how many pictures there are.
	 * @return the number of pictures
	 */
	public int total() {
		return this.pictures.size();
	}

	/**
	 * Return how many thumbnails are made.
	 * @return the number of pictures that are done
	 */
	public int done() {
		return count(PictureState.DONE);
	}

	/**
	 * Return how many pictures failed.
	 * @return the number of pictures that failed
	 */
	public int failed() {
		return count(PictureState.FAILED);
	}

	private int count(PictureState state) {
		return (int) this.pictures.stream().filter((picture) -> picture.state() == state).count();
	}

}
