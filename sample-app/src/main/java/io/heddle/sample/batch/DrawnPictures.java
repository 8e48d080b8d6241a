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
import java.util.List;
import java.util.stream.IntStream;

import io.heddle.sample.picture.PictureArtist;

/**
 * Pictures that are drawn.
 *
 * @param artist who draws them
 * @param count how many are drawn
 */
record DrawnPictures(PictureArtist artist, int count) implements PictureSource {

	@Override
	public String description() {
		return this.count + " drawn pictures";
	}

	@Override
	public List<String> names() {
		return IntStream.rangeClosed(1, this.count).mapToObj(this.artist::name).toList();
	}

	@Override
	public Path file(String name, Path folder) {
		return folder.resolve(name);
	}

	@Override
	public Path provide(int number, String name, Path folder) throws IOException {
		return this.artist.draw(number, folder);
	}

}
