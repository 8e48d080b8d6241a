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
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.context.ContextPropagation;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueType;
import io.heddle.sample.PhotoLabProperties;
import io.heddle.sample.batch.Batch;
import io.heddle.sample.batch.BatchFolder;
import io.heddle.sample.batch.BatchService;
import io.heddle.sample.batch.PictureResult;
import io.heddle.sample.batch.PictureState;
import io.heddle.sample.order.OrderRefusedException.Reason;
import io.heddle.sample.picture.Thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class OrderDeskTests {

	private final NamedQueue<PrintOrder> orders = NamedQueue.builder("orders")
		.type(NamedQueueType.PRIORITY)
		.capacity(2)
		.contextCarrier(ContextPropagation.create())
		.build();

	private final OrderBook book = new OrderBook();

	private OrderDesk desk;

	@TempDir
	private Path folder;

	@BeforeEach
	void createDesk() {
		Thumbnail thumbnail = new Thumbnail(new File("001.jpg"), 3, 2, 1, Duration.ZERO);
		PictureResult done = new PictureResult(1, "a.jpg", PictureState.DONE, thumbnail, null);
		Batch batch = mock(Batch.class);
		given(batch.find(1)).willReturn(done);
		given(batch.find(2)).willReturn(new PictureResult(2, "b.jpg", PictureState.WORKING, null, null));
		given(batch.original(done)).willReturn(Path.of("a.jpg"));
		given(batch.folder()).willReturn(new BatchFolder(this.folder));
		BatchService batches = mock(BatchService.class);
		given(batches.find(3)).willReturn(batch);
		PrintLedger ledger = new PrintLedger(new PhotoLabProperties(null, 24, this.folder, Duration.ofDays(7)));
		this.desk = new OrderDesk(batches, ledger, this.book, this.orders);
	}

	@Test
	void shouldNumberOrdersAndPutThemIntoTheQueueWithTheirNumber() throws Exception {
		PrintOrder order = this.desk.order(3, 1, true);
		assertThat(order).isEqualTo(
				new PrintOrder(1, 3, 1, "a.jpg", Path.of("a.jpg"), this.folder.resolve("prints/order-1.jpg"), true));
		assertThat(this.book.find(1)).isEqualTo(new OrderProgress(order, OrderState.WAITING, null));
		assertThat(this.desk.order(3, 1, false).number()).isEqualTo(2);
		this.orders.receive().handle((item) -> assertThat(OrderNumber.current()).isEqualTo(item.number()).isOne());
	}

	@Test
	void shouldRefuseWhatIsNotThere() {
		assertRefused(Reason.UNKNOWN_PICTURE, 4, 1);
		assertRefused(Reason.UNKNOWN_PICTURE, 3, 9);
		assertRefused(Reason.NOT_READY, 3, 2);
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void shouldRefuseMoreThanMayWait() throws Exception {
		this.desk.order(3, 1, false);
		this.desk.order(3, 1, false);
		assertRefused(Reason.NO_ROOM, 3, 1);
		assertThat(this.book.latest()).hasSize(2);
		assertThat(this.folder.resolve("ledger.tsv")).content().containsPattern("3\t.*\trefused");
	}

	@Test
	void shouldRefuseAllWhenTheQueueIsShutDown() throws IOException {
		this.orders.shutdown();
		assertRefused(Reason.NO_ROOM, 3, 1);
		assertThat(this.book.latest()).isEmpty();
	}

	private void assertRefused(Reason reason, int batch, int picture) {
		assertThatExceptionOfType(OrderRefusedException.class).isThrownBy(() -> this.desk.order(batch, picture, false))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
