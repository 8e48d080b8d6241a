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

package io.heddle.sample.order;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.RunOn;
import io.heddle.sample.picture.PrintPaper;

/**
 * Renders prints in the worker JVMs of the process pool {@code imaging}, where the
 * {@linkplain OrderNumber number} of the order is known as it is here.
 */
public class PrintRenderer {

	private static final Logger logger = LoggerFactory.getLogger(PrintRenderer.class);

	private final PrintPaper paper;

	PrintRenderer(PrintPaper paper) {
		this.paper = paper;
	}

	/**
	 * Render the print of a picture for the current order.
	 * @param name the name of the picture
	 * @param picture the file of the picture
	 * @return the print to come, in the format JPEG
	 * @throws IOException if the picture cannot be read; the future fails with it
	 */
	@RunOn(value = "imaging", label = "print {name}")
	public CompletableFuture<byte[]> render(String name, File picture) throws IOException {
		byte[] print = this.paper.print(picture.toPath(), "Order " + OrderNumber.current() + ": " + name);
		logger.info("Rendered {}: {} KB", name, print.length / 1024);
		return CompletableFuture.completedFuture(print);
	}

}
