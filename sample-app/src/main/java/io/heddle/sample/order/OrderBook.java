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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows how far the last orders are. Thread-safe.
 */
@Component
public class OrderBook {

	private static final int REMEMBERED = 100;

	private final Map<Long, OrderProgress> orders = new LinkedHashMap<>();

	synchronized void add(PrintOrder order) {
		this.orders.put(order.number(), new OrderProgress(order, OrderState.WAITING, null));
		if (this.orders.size() > REMEMBERED) {
			this.orders.remove(this.orders.keySet().iterator().next());
		}
	}

	synchronized void remove(PrintOrder order) {
		this.orders.remove(order.number());
	}

	void printing(PrintOrder order) {
		update(new OrderProgress(order, OrderState.PRINTING, null));
	}

	void done(PrintOrder order) {
		update(new OrderProgress(order, OrderState.DONE, null));
	}

	void failed(PrintOrder order, String failure) {
		update(new OrderProgress(order, OrderState.FAILED, failure));
	}

	private synchronized void update(OrderProgress progress) {
		this.orders.replace(progress.order().number(), progress);
	}

	/**
	 * Return the last hundred orders.
	 * @return the orders, the last one first
	 */
	public synchronized List<OrderProgress> latest() {
		List<OrderProgress> latest = new ArrayList<>(this.orders.values());
		Collections.reverse(latest);
		return latest;
	}

	/**
	 * Return one of the last hundred orders.
	 * @param number the number of the order
	 * @return the order, or {@code null} if there is none of that number
	 */
	public synchronized @Nullable OrderProgress find(long number) {
		return this.orders.get(number);
	}

}
