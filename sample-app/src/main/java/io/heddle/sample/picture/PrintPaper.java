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
import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts a picture on paper: with a white margin and a caption below.
 */
public class PrintPaper {

	static final int LONG_EDGE = 1200;

	static final int SHORT_EDGE = 800;

	static final int MARGIN = 40;

	static final int CAPTION = 30;

	private final PictureReader reader;

	private final Lettering lettering;

	PrintPaper(PictureReader reader, Lettering lettering) {
		this.reader = reader;
		this.lettering = lettering;
	}

	/**
	 * Print a picture.
	 * @param picture the file of the picture
	 * @param caption what is written below it
	 * @return the print in the format JPEG
	 * @throws IOException if the picture cannot be read
	 */
	public byte[] print(Path picture, String caption) throws IOException {
		BufferedImage image = this.reader.read(picture, SHORT_EDGE).image();
		boolean upright = image.getHeight() > image.getWidth();
		int width = upright ? SHORT_EDGE : LONG_EDGE;
		int height = upright ? LONG_EDGE : SHORT_EDGE;
		BufferedImage paper = new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN + CAPTION,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = paper.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
			drawCentered(graphics, image, width, height);
			graphics.setColor(new Color(0x1f2430));
			this.lettering.writeCentered(graphics, caption, paper.getWidth() / 2, height + MARGIN + CAPTION, CAPTION,
					width);
		}
		finally {
			graphics.dispose();
		}
		return JpegFile.encode(paper, 0.9f);
	}

	private void drawCentered(Graphics2D graphics, BufferedImage image, int width, int height) {
		double scale = Math.min(width / (double) image.getWidth(), height / (double) image.getHeight());
		int scaledWidth = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int scaledHeight = Math.max(1, (int) Math.round(image.getHeight() * scale));
		graphics.drawImage(image, MARGIN + (width - scaledWidth) / 2, MARGIN + (height - scaledHeight) / 2, scaledWidth,
				scaledHeight, null);
	}

}
