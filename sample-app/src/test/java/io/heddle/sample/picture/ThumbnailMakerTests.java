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
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.heddle.sample.disk.DiskWriter;

import static org.assertj.core.api.Assertions.assertThat;

class ThumbnailMakerTests {

	@ParameterizedTest
	@CsvSource({ "1920, 1280, 360, 240", "1280, 1920, 160, 240", "720, 240, 360, 120", "100, 50, 100, 50",
			"4000, 2, 360, 1" })
	void shouldKeepTheShapeAndNeverEnlarge(int width, int height, int expectedWidth, int expectedHeight) {
		BufferedImage thumbnail = ThumbnailRenderer
			.shrink(new Picture(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), width, height));
		assertThat(thumbnail.getWidth()).isEqualTo(expectedWidth);
		assertThat(thumbnail.getHeight()).isEqualTo(expectedHeight);
	}

	@Test
	void shouldShowTransparentPixelsInWhite() {
		BufferedImage thumbnail = ThumbnailRenderer
			.shrink(new Picture(new BufferedImage(800, 800, BufferedImage.TYPE_INT_ARGB), 800, 800));
		assertThat(thumbnail.getRGB(10, 10)).isEqualTo(0xffffffff);
	}

	@Test
	void shouldWriteTheThumbnailAndTellAboutThePicture(@TempDir Path folder) throws IOException {
		Path picture = new PictureArtist(new Lettering(), new DiskWriter()).draw(1, folder);
		Thumbnail thumbnail = new ThumbnailMaker(new ThumbnailRenderer(new PictureReader()))
			.make("hills", picture, folder.resolve("small.jpg"))
			.join();
		assertThat(thumbnail.width()).isEqualTo(1920);
		assertThat(thumbnail.height()).isEqualTo(1280);
		assertThat(thumbnail.bytes()).isEqualTo(picture.toFile().length());
		assertThat(thumbnail.took()).isPositive();
		assertThat(ImageIO.read(thumbnail.file().toFile()).getWidth()).isEqualTo(360);
	}

}
