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
import java.util.Locale;
import java.util.Random;

import org.springframework.stereotype.Component;

import io.heddle.sample.disk.DiskWriter;

/**
 * Draws pictures for those who have none at hand. The same number always gives the same
 * picture.
 */
@Component
public class PictureArtist {

	private static final int LONG_EDGE = 1920;

	private static final int SHORT_EDGE = 1280;

	private final Lettering lettering;

	private final DiskWriter disk;

	PictureArtist(Lettering lettering, DiskWriter disk) {
		this.lettering = lettering;
		this.disk = disk;
	}

	/**
	 * Return the file name of a picture.
	 * @param number the number of the picture, from 1
	 * @return the file name
	 */
	public String name(int number) {
		return "%s-%02d.jpg".formatted(motif(number).name().toLowerCase(Locale.ROOT), number);
	}

	/**
	 * Draw a picture into a folder.
	 * @param number the number of the picture, from 1
	 * @param folder the folder
	 * @return the file
	 * @throws IOException if the file cannot be written
	 */
	public Path draw(int number, Path folder) throws IOException {
		return this.disk.write(folder.resolve(name(number)), JpegFile.encode(draw(number), 0.9f));
	}

	BufferedImage draw(int number) {
		boolean upright = number % 5 == 0;
		int width = upright ? SHORT_EDGE : LONG_EDGE;
		int height = upright ? LONG_EDGE : SHORT_EDGE;
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			Palette palette = Palette.number((number - 1) / Motif.values().length);
			motif(number).draw(graphics, palette, new Random(number), width, height);
			graphics.setColor(Palette.translucent(Color.WHITE, 220));
			this.lettering.write(graphics, "No. " + number, width / 30, height - height / 24, height / 14);
		}
		finally {
			graphics.dispose();
		}
		return image;
	}

	private Motif motif(int number) {
		Motif[] motifs = Motif.values();
		return motifs[(number - 1) % motifs.length];
	}

}
