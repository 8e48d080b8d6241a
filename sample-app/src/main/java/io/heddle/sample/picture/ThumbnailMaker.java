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

package io.heddle.sample.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import io.heddle.executor.RunOn;

/**
 * Makes thumbnails, no more at a time than the executor {@code thumbnails} lets through.
 */
@Component
public class ThumbnailMaker {

	private final ThumbnailRenderer renderer;

	private final AtomicBoolean crash = new AtomicBoolean();

	ThumbnailMaker(ThumbnailRenderer renderer) {
		this.renderer = renderer;
	}

	/**
	 * Make the thumbnail of a picture, on the executor {@code thumbnails}. If its queue
	 * is full, the caller waits for room.
	 * @param name the name to show for the picture
	 * @param picture the file of the picture
	 * @param target the file to write
	 * @return the thumbnail to come
	 * @throws IOException if the picture cannot be read or the thumbnail not be written;
	 * the future fails with it
	 */
	@RunOn(value = "thumbnails", label = "thumbnail of {name}")
	public CompletableFuture<Thumbnail> make(String name, Path picture, Path target) throws IOException {
		return this.renderer.render(name, picture.toFile(), target.toFile(), this.crash.getAndSet(false));
	}

	/**
	 * Let the worker crash that renders the next picture.
	 */
	public void crashAtNext() {
		this.crash.set(true);
	}

}
