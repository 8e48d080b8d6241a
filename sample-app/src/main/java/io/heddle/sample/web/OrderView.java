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

package io.heddle.sample.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.heddle.sample.order.OrderProgress;
import io.heddle.sample.order.OrderState;
import io.heddle.sample.order.PrintOrder;

/**
 * An order as the page sees it.
 *
 * @param number the number of the order
 * @param batch the number of the batch of the picture
 * @param picture the number of the picture in its batch
 * @param name the name of the picture
 * @param express whether it comes before those that are not
 * @param state how far it is, in lower case
 * @param ended whether that is its last state
 * @param print the address of the print once that is there
 * @param failure why it failed if it did
 */
record OrderView(long number, int batch, int picture, String name, boolean express, String state, boolean ended,
		@Nullable String print, @Nullable String failure) {

	static OrderView of(OrderProgress progress) {
		PrintOrder order = progress.order();
		OrderState state = progress.state();
		return new OrderView(order.number(), order.batch(), order.picture(), order.name(), order.express(),
				state.name().toLowerCase(Locale.ROOT), state.isEnd(),
				(state == OrderState.DONE) ? "batches/" + order.batch() + "/prints/" + order.number() + ".jpg" : null,
				progress.failure());
	}

}
