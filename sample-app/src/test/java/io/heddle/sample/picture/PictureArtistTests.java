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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.sample.disk.DiskWriter;

import static org.assertj.core.api.Assertions.assertThat;

class PictureArtistTests {

	private final PictureArtist artist = new PictureArtist(new Lettering(), new DiskWriter());

	@Test
	void shouldDrawTheSamePictureForTheSameNumber() {
		assertThat(pixels(this.artist.draw(7))).isEqualTo(pixels(this.artist.draw(7)));
	}

	@Test
	void shouldDrawADifferentPictureForEachNumber() {
		Set<Integer> pictures = new HashSet<>();
		for (int number = 1; number <= 24; number++) {
			pictures.add(Arrays.hashCode(pixels(this.artist.draw(number))));
		}
		assertThat(pictures).hasSize(24);
	}

	@Test
	void shouldGiveEachPictureANameOfItsOwn() {
		Set<String> names = new HashSet<>();
		for (int number = 1; number <= 24; number++) {
			names.add(this.artist.name(number));
		}
		assertThat(names).hasSize(24).contains("hills-01.jpg", "bubbles-24.jpg");
	}

	@Test
	void shouldWriteAPictureThatCanBeRead(@TempDir Path folder) throws IOException {
		Path file = this.artist.draw(5, folder);
		assertThat(file).hasFileName("mosaic-05.jpg");
		assertThat(Files.size(file)).isGreaterThan(10_000);
		Picture picture = new PictureReader().read(file, 360);
		assertThat(picture.width()).isEqualTo(1280);
		assertThat(picture.height()).isEqualTo(1920);
	}

	private int[] pixels(BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

}
