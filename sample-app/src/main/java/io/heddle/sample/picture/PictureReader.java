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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures of any format that the JDK knows. A large picture is read at a fraction
 * of its size, so that it costs no more memory than a small one.
 */
class PictureReader {

	private static final long MAX_PIXELS = 200_000_000;

	Picture read(Path file, int enough) throws IOException {
		try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new UnreadablePictureException("Not a picture of a known format", null);
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				return read(reader, enough);
			}
			// Readers meet broken files with all kinds of exceptions
			catch (IIOException | RuntimeException ex) {
				throw new UnreadablePictureException("Broken " + reader.getFormatName() + " file: " + reason(ex), ex);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private Picture read(ImageReader reader, int enough) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > MAX_PIXELS) {
			throw new UnreadablePictureException(
					"Has " + width + " × " + height + " pixels, which is more than " + MAX_PIXELS, null);
		}
		ImageReadParam options = reader.getDefaultReadParam();
		int step = Math.max(1, (int) Math.sqrt((double) width * height / (16.0 * enough * enough)));
		options.setSourceSubsampling(step, step, 0, 0);
		return new Picture(reader.read(0, options), width, height);
	}

	private String reason(Exception ex) {
		return (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
	}

}
