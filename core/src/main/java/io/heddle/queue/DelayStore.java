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

package io.heddle.queue;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Items in their order, of which each waits for its time.
 *
 * @param <E> the type of the items
 */
final class DelayStore<E> extends HeapStore<E> {

	DelayStore() {
		super(null);
	}

	@Override
	void check(E item) {
		if (!(item instanceof Delayed)) {
			throw new ClassCastException("'item' must be Delayed in a queue of type DELAY but is a "
					+ item.getClass().getName() + ". Let the class implement Delayed, or use a queue of another type");
		}
	}

	@Override
	boolean delays() {
		return true;
	}

	@Override
	boolean isReady() {
		return readyIn() <= 0;
	}

	@Override
	long readyIn() {
		E first = peek();
		return (first != null) ? ((Delayed) first).getDelay(TimeUnit.NANOSECONDS) : Long.MAX_VALUE;
	}

}
