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

import java.io.IOException;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.heddle.queue.QueueListener;
import io.heddle.sample.disk.DiskWriter;

/**
 * Prints what the queue {@code orders} has. Each order is handled within the context in
 * which it was put, so its {@linkplain OrderNumber number} is there by itself.
 */
@Component
class PhotoPrinter {

	private static final Logger logger = LoggerFactory.getLogger(PhotoPrinter.class);

	private final PrintRenderer renderer;

	private final DiskWriter disk;

	private final OrderBook book;

	private final PrintLedger ledger;

	PhotoPrinter(PrintRenderer renderer, DiskWriter disk, OrderBook book, PrintLedger ledger) {
		this.renderer = renderer;
		this.disk = disk;
		this.book = book;
		this.ledger = ledger;
	}

	@QueueListener(value = "orders", concurrency = "2")
	void print(PrintOrder order) throws IOException, InterruptedException {
		this.book.printing(order);
		logger.info("Printing {}", order.name());
		try {
			byte[] print = this.renderer.render(order.name(), order.original().toFile()).get();
			this.disk.write(order.print(), print);
			this.ledger.note("printed");
			this.book.done(order);
			logger.info("Printed {}", order.print());
		}
		catch (ExecutionException ex) {
			fail(order, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			fail(order, ex);
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			fail(order, ex);
		}
	}

	private void fail(PrintOrder order, Throwable ex) throws IOException {
		String failure = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
		this.book.failed(order, failure);
		logger.warn("Not printed: {}", failure);
		this.ledger.note("failed: " + failure);
	}

}
