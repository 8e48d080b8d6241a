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

import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A thumbnail and the picture it was made of. Serializable, since it comes from a worker
 * JVM.
 *
 * @param image the file of the thumbnail
 * @param width the width of the picture
 * @param height the height of the picture
 * @param bytes the size of the picture's file
 * @param took how long it took to make the thumbnail
 */
public record Thumbnail(File image, int width, int height, long bytes, Duration took) implements Serializable {

	public Path file() {
		return this.image.toPath();
	}

}
