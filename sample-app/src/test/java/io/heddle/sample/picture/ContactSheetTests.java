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
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.sample.disk.DiskWriter;

import static org.assertj.core.api.Assertions.assertThat;

class ContactSheetTests {

	private final ContactSheet sheet = new ContactSheet(new PictureReader(), new Lettering(), new DiskWriter());

	@TempDir
	private Path folder;

	private ContactSheet.Frame white;

	@BeforeEach
	void writeThumbnail() throws IOException {
		BufferedImage image = new BufferedImage(360, 240, BufferedImage.TYPE_INT_RGB);
		image.createGraphics().fillRect(0, 0, 360, 240);
		Path file = this.folder.resolve("white.jpg");
		JpegFile.write(image, 0.9f, file);
		this.white = new ContactSheet.Frame(file, "A caption that is much too long for its thumbnail, by far");
	}

	@Test
	void shouldPrintAllThumbnailsInAGrid() throws IOException {
		BufferedImage printed = print(7);
		// Three columns and three rows, of which the last has one frame
		assertThat(printed.getWidth()).isEqualTo(16 + 3 * 376);
		assertThat(printed.getHeight()).isEqualTo(16 + 3 * 284);
		assertThat(isWhite(printed, 0, 0)).isTrue();
		assertThat(isWhite(printed, 2, 1)).isTrue();
		assertThat(isWhite(printed, 0, 2)).isTrue();
		assertThat(isWhite(printed, 1, 2)).isFalse();
	}

	@Test
	void shouldPrintAnEmptySheet() throws IOException {
		assertThat(print(0).getWidth()).isEqualTo(16 + 376);
	}

	@Test
	void shouldPrintNoMoreThanFourHundredThumbnails() throws IOException {
		BufferedImage printed = print(401);
		assertThat(printed.getWidth()).isEqualTo(16 + 22 * 376);
		assertThat(printed.getHeight()).isEqualTo(16 + 19 * 284);
	}

	private BufferedImage print(int count) throws IOException {
		List<ContactSheet.Frame> frames = Collections.nCopies(count, this.white);
		return ImageIO.read(this.sheet.print(frames, this.folder.resolve("sheet.jpg")).toFile());
	}

	private boolean isWhite(BufferedImage printed, int column, int row) {
		return (printed.getRGB(16 + column * 376 + 180, 16 + row * 284 + 120) & 0xff) > 250;
	}

}
