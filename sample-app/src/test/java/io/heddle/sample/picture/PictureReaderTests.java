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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PictureReaderTests {

	private final PictureReader reader = new PictureReader();

	@TempDir
	private Path folder;

	@Test
	void shouldReadASmallPictureAsItIs() throws IOException {
		Picture picture = this.reader.read(png(40, 30), 360);
		assertThat(picture.image().getWidth()).isEqualTo(40);
		assertThat(picture.image().getHeight()).isEqualTo(30);
	}

	@Test
	void shouldReadALargePictureAtAFractionOfItsSize() throws IOException {
		Picture picture = this.reader.read(png(6000, 4000), 360);
		assertThat(picture.width()).isEqualTo(6000);
		assertThat(picture.height()).isEqualTo(4000);
		assertThat(picture.image().getWidth()).isBetween(360, 3000);
	}

	@Test
	void shouldRefuseAFileThatIsNoPicture() throws IOException {
		Path file = Files.writeString(this.folder.resolve("notes.jpg"), "Buy milk");
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> this.reader.read(file, 360))
			.withMessage("Not a picture of a known format");
	}

	@Test
	void shouldRefuseAnEmptyFile() throws IOException {
		Path file = Files.createFile(this.folder.resolve("empty.png"));
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> this.reader.read(file, 360));
	}

	@Test
	void shouldRefuseATruncatedPicture() throws IOException {
		byte[] whole = Files.readAllBytes(png(400, 300));
		Path file = Files.write(this.folder.resolve("half.png"), Arrays.copyOf(whole, 60));
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> this.reader.read(file, 360))
			.withMessageStartingWith("Broken png file: ");
	}

	@Test
	void shouldRefuseAPictureOfTooManyPixelsBeforeItReadsThem() throws IOException {
		byte[] bytes = Files.readAllBytes(png(4, 4));
		// The width and the height follow the signature, the length and the type
		ByteBuffer.wrap(bytes).putInt(16, 50_000).putInt(20, 50_000);
		Path file = Files.write(this.folder.resolve("bomb.png"), bytes);
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> this.reader.read(file, 360))
			.withMessage("Has 50000 × 50000 pixels, which is more than 200000000");
	}

	@Test
	void shouldFailForAMissingFile() {
		assertThatIOException().isThrownBy(() -> this.reader.read(this.folder.resolve("missing.png"), 360))
			.isNotInstanceOf(NoSuchFileException.class);
	}

	private Path png(int width, int height) throws IOException {
		Path file = this.folder.resolve("picture-" + width + ".png");
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
		return file;
	}

}
