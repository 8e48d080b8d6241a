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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrintPaperTests {

	private final PrintPaper paper = new PrintPaper(new PictureReader(), new Lettering());

	@TempDir
	private Path folder;

	@Test
	void shouldPutAPictureOnPaperWithAMargin() throws IOException {
		BufferedImage print = print(1800, 1200);
		assertThat(print.getWidth()).isEqualTo(1280);
		assertThat(print.getHeight()).isEqualTo(910);
		assertThat(isWhite(print, 20, 20)).isTrue();
		assertThat(isWhite(print, 60, 60)).isFalse();
		assertThat(isWhite(print, 1220, 820)).isFalse();
	}

	@Test
	void shouldTurnThePaperForAnUprightPicture() throws IOException {
		BufferedImage print = print(100, 200);
		assertThat(print.getHeight()).isEqualTo(1310);
		// A margin is left on both sides, for the picture is narrower than the paper
		assertThat(isWhite(print, 110, 600)).isTrue();
		assertThat(isWhite(print, 440, 600)).isFalse();
		assertThat(isWhite(print, 770, 600)).isTrue();
	}

	@Test
	void shouldFailForWhatIsNoPicture() throws IOException {
		Path file = Files.writeString(this.folder.resolve("notes.jpg"), "Buy milk");
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> this.paper.print(file, "Notes"));
	}

	private BufferedImage print(int width, int height) throws IOException {
		Path file = this.folder.resolve("black.jpg");
		JpegFile.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), 0.9f, file);
		return ImageIO.read(new ByteArrayInputStream(this.paper.print(file, "Order 7: black.jpg")));
	}

	private boolean isWhite(BufferedImage print, int x, int y) {
		return (print.getRGB(x, y) & 0xff) > 200;
	}

}
