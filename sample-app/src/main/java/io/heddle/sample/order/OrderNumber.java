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

import org.slf4j.MDC;

import io.heddle.context.ContextVar;
import io.heddle.context.Token;

/**
 * The number of the order that is being worked on: a context variable, so it goes
 * wherever the work goes, through the queue to its listener and on into a worker JVM, and
 * is no argument of anything. The MDC has it too and travels alike, so
 * <code>%X{order}</code> shows it in each line of the log.
 */
public final class OrderNumber {

	private static final ContextVar<Long> NUMBER = ContextVar.of("order number");

	private static final String MDC_KEY = "order";

	private OrderNumber() {
	}

	/**
	 * Return the number of the order that is being worked on.
	 * @return the number
	 * @throws java.util.NoSuchElementException if there is none
	 */
	public static long current() {
		return NUMBER.get();
	}

	/**
	 * Begin to work on an order.
	 * @param number the number of the order
	 * @return what ends the work
	 */
	static Scope open(long number) {
		Token<Long> token = NUMBER.set(number);
		MDC.MDCCloseable logged = MDC.putCloseable(MDC_KEY, String.valueOf(number));
		return () -> {
			logged.close();
			token.close();
		};
	}

	/**
	 * Work on an order, until it is closed.
	 */
	@FunctionalInterface
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
