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

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on pictures. A machine without any font, as a minimal container is one, gets
 * pictures without text.
 */
class Lettering {

	private static final Logger logger = LoggerFactory.getLogger(Lettering.class);

	private final boolean fonts = findFonts();

	void write(Graphics2D graphics, String text, int x, int baseline, int size) {
		if (this.fonts) {
			graphics.setFont(font(size));
			graphics.drawString(text, x, baseline);
		}
	}

	void writeCentered(Graphics2D graphics, String text, int center, int baseline, int size, int maxWidth) {
		if (this.fonts) {
			graphics.setFont(font(size));
			FontMetrics metrics = graphics.getFontMetrics();
			String shortened = shorten(text, metrics, maxWidth);
			graphics.drawString(shortened, center - metrics.stringWidth(shortened) / 2, baseline);
		}
	}

	private String shorten(String text, FontMetrics metrics, int maxWidth) {
		if (metrics.stringWidth(text) <= maxWidth) {
			return text;
		}
		int length = text.length();
		while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > maxWidth) {
			length--;
		}
		return text.substring(0, length) + "…";
	}

	private static Font font(int size) {
		return new Font(Font.SANS_SERIF, Font.BOLD, size);
	}

	// What the JDK throws without fonts is an error rather than an exception
	private static boolean findFonts() {
		Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
		try {
			graphics.setFont(font(12));
			graphics.getFontMetrics().stringWidth("No.");
			graphics.drawString("No.", 0, 0);
			return true;
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Pictures are drawn without text because no font was found: " + ex);
			return false;
		}
		finally {
			graphics.dispose();
		}
	}

}
