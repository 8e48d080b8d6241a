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

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.heddle.executor.RunOn;

/**
 * Renders thumbnails in the worker JVMs of the process pool {@code imaging}: what a
 * picture does to one of them, it does not do to the photo lab.
 */
public class ThumbnailRenderer {

	static final int MAX_WIDTH = 360;

	static final int MAX_HEIGHT = 240;

	private static final int CRASHED = 70;

	private final PictureReader reader;

	ThumbnailRenderer(PictureReader reader) {
		this.reader = reader;
	}

	/**
	 * Render the thumbnail of a picture.
	 * @param name the name to show for the picture
	 * @param picture the file of the picture
	 * @param target the file to write
	 * @param crash whether to end the JVM on the way, as a bad library might
	 * @return the thumbnail to come
	 * @throws IOException if the picture cannot be read or the thumbnail not be written;
	 * the future fails with it
	 */
	@RunOn(value = "imaging", label = "render {name}")
	public CompletableFuture<Thumbnail> render(String name, File picture, File target, boolean crash)
			throws IOException {
		long start = System.nanoTime();
		Picture original = this.reader.read(picture.toPath(), Math.max(MAX_WIDTH, MAX_HEIGHT));
		if (crash) {
			System.err.println("Crash as ordered, at " + name);
			Runtime.getRuntime().halt(CRASHED);
		}
		JpegFile.write(shrink(original), 0.85f, target.toPath());
		return CompletableFuture.completedFuture(new Thumbnail(target, original.width(), original.height(),
				picture.length(), Duration.ofNanos(System.nanoTime() - start)));
	}

	static BufferedImage shrink(Picture picture) {
		double scale = Math.min(1,
				Math.min(MAX_WIDTH / (double) picture.width(), MAX_HEIGHT / (double) picture.height()));
		int width = Math.max(1, (int) Math.round(picture.width() * scale));
		int height = Math.max(1, (int) Math.round(picture.height() * scale));
		BufferedImage image = picture.image();
		// Halving until the last step keeps the details that one big step would skip
		while (image.getWidth() >= 2 * width && image.getHeight() >= 2 * height) {
			image = scale(image, image.getWidth() / 2, image.getHeight() / 2);
		}
		return scale(image, width, height);
	}

	private static BufferedImage scale(BufferedImage image, int width, int height) {
		BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = scaled.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
		}
		finally {
			graphics.dispose();
		}
		return scaled;
	}

}
