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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.heddle.queue.NamedQueue;
import io.heddle.queue.ShutDownException;
import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchService;
import io.heddle.sample.batch.PictureResult;
import io.heddle.sample.batch.PictureState;
import io.heddle.sample.order.OrderRefusedException.Reason;

/**
 * Takes orders and puts them into the queue {@code orders}.
 */
@Component
public class OrderDesk {

	private static final Logger logger = LoggerFactory.getLogger(OrderDesk.class);

	private final BatchService batches;

	private final PrintLedger ledger;

	private final OrderBook book;

	private final NamedQueue<PrintOrder> orders;

	OrderDesk(BatchService batches, PrintLedger ledger, OrderBook book, NamedQueue<PrintOrder> orders) {
		this.batches = batches;
		this.ledger = ledger;
		this.book = book;
		this.orders = orders;
	}

	/**
	 * Order a print of a picture.
	 * @param batchNumber the number of the batch
	 * @param pictureNumber the number of the picture in the batch
	 * @param express whether the order comes before those that are not
	 * @return the order
	 * @throws OrderRefusedException if there is no such picture, it is not ready, or too
	 * many orders wait
	 * @throws IOException if the order cannot be entered into the ledger
	 */
	public PrintOrder order(int batchNumber, int pictureNumber, boolean express)
			throws OrderRefusedException, IOException {
		Batch batch = this.batches.find(batchNumber);
		PictureResult picture = (batch != null) ? batch.find(pictureNumber) : null;
		if (batch == null || picture == null) {
			throw new OrderRefusedException(Reason.UNKNOWN_PICTURE,
					"There is no picture " + pictureNumber + " in a batch " + batchNumber + " of the last ones");
		}
		if (picture.state() != PictureState.DONE) {
			throw new OrderRefusedException(Reason.NOT_READY, "The picture " + picture.name() + " is not ready");
		}
		long number = this.ledger
			.enter((express ? "express print of " : "print of ") + picture.name() + " of batch " + batchNumber);
		try (OrderNumber.Scope scope = OrderNumber.open(number)) {
			PrintOrder order = new PrintOrder(number, batchNumber, pictureNumber, picture.name(),
					batch.original(picture), batch.folder().print(number), express);
			put(order);
			return order;
		}
	}

	private void put(PrintOrder order) throws OrderRefusedException, IOException {
		this.book.add(order);
		logger.info("Ordered {}: {}", order.express() ? "express" : "as usual", order.name());
		if (!offer(order)) {
			this.book.remove(order);
			this.ledger.note("refused");
			throw new OrderRefusedException(Reason.NO_ROOM, "No more orders can be taken now. Try again later");
		}
	}

	private boolean offer(PrintOrder order) {
		try {
			return this.orders.offer(order);
		}
		catch (ShutDownException ex) {
			return false;
		}
	}

}
