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

import org.jspecify.annotations.Nullable;

import io.heddle.sample.picture.Thumbnail;

/**
 * A picture of a batch.
 *
 * @param number its number, from 1
 * @param name the name of its file
 * @param state how far it is
 * @param thumbnail its thumbnail if it is done
 * @param failure why it failed if it did
 */
public record PictureResult(int number, String name, PictureState state, @Nullable Thumbnail thumbnail,
		@Nullable String failure) {

	static PictureResult waiting(int number, String name) {
		return new PictureResult(number, name, PictureState.WAITING, null, null);
	}

	PictureResult working() {
		return new PictureResult(this.number, this.name, PictureState.WORKING, null, null);
	}

	PictureResult done(Thumbnail thumbnail) {
		return new PictureResult(this.number, this.name, PictureState.DONE, thumbnail, null);
	}

	PictureResult failed(String failure) {
		return new PictureResult(this.number, this.name, PictureState.FAILED, null, failure);
	}

}
