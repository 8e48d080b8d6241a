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
import java.util.List;

import org.springframework.stereotype.Component;

import io.heddle.sample.disk.DiskWriter;

/**
 * Prints many thumbnails on one sheet.
 */
@Component
public class ContactSheet {

	private static final int MAX_FRAMES = 400;

	private static final int GAP = 16;

	private static final int CAPTION = 28;

	private final PictureReader reader;

	private final Lettering lettering;

	private final DiskWriter disk;

	ContactSheet(PictureReader reader, Lettering lettering, DiskWriter disk) {
		this.reader = reader;
		this.lettering = lettering;
		this.disk = disk;
	}

	/**
	 * Print a sheet. It has room for 400 frames; those beyond are left out.
	 * @param frames the thumbnails with their captions
	 * @param target the file to write
	 * @return the file
	 * @throws IOException if a thumbnail cannot be read or the sheet not be written
	 */
	public Path print(List<Frame> frames, Path target) throws IOException {
		List<Frame> printed = frames.subList(0, Math.min(frames.size(), MAX_FRAMES));
		int columns = Math.max(1, (int) Math.ceil(Math.sqrt(printed.size() * 1.2)));
		int rows = Math.max(1, (printed.size() + columns - 1) / columns);
		BufferedImage sheet = new BufferedImage(GAP + columns * frameWidth(), GAP + rows * frameHeight(),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = sheet.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setColor(new Color(0x16181d));
			graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
			for (int index = 0; index < printed.size(); index++) {
				print(graphics, printed.get(index), GAP + index % columns * frameWidth(),
						GAP + index / columns * frameHeight());
			}
		}
		finally {
			graphics.dispose();
		}
		return this.disk.write(target, JpegFile.encode(sheet, 0.9f));
	}

	private void print(Graphics2D graphics, Frame frame, int x, int y) throws IOException {
		BufferedImage image = this.reader.read(frame.thumbnail(), ThumbnailRenderer.MAX_WIDTH).image();
		graphics.drawImage(image, x + (ThumbnailRenderer.MAX_WIDTH - image.getWidth()) / 2,
				y + (ThumbnailRenderer.MAX_HEIGHT - image.getHeight()) / 2, null);
		graphics.setColor(new Color(0xc9ced6));
		this.lettering.writeCentered(graphics, frame.caption(), x + ThumbnailRenderer.MAX_WIDTH / 2,
				y + ThumbnailRenderer.MAX_HEIGHT + CAPTION * 3 / 4, CAPTION / 2, ThumbnailRenderer.MAX_WIDTH);
	}

	private static int frameWidth() {
		return ThumbnailRenderer.MAX_WIDTH + GAP;
	}

	private static int frameHeight() {
		return ThumbnailRenderer.MAX_HEIGHT + CAPTION + GAP;
	}

	/**
	 * A thumbnail on the sheet.
	 *
	 * @param thumbnail the file of the thumbnail
	 * @param caption what is written below it
	 */
	public record Frame(Path thumbnail, String caption) {
	}

}
