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

package io.heddle.actuate.queue;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import io.heddle.actuate.named.RequestValue;
import io.heddle.queue.NamedQueue;

/**
 * What a client wants to do to a queue; what is {@code null} is not done.
 *
 * @param shutdown whether to shut it down, and whether to drop the items then
 * @param clear whether to drop the items
 */
record QueueChange(@Nullable Shutdown shutdown, boolean clear) {

	static final String KEYS = "shutdown, clear";

	/**
	 * Return the change that was written.
	 * @param shutdown {@code drain} or {@code immediate}
	 * @param clear {@code true}
	 * @return the change
	 * @throws InvalidEndpointRequestException if nothing is given, or something else
	 */
	static QueueChange parse(@Nullable String shutdown, @Nullable String clear) {
		if (shutdown == null && clear == null) {
			throw RequestValue.invalid("There is nothing to change. Send one or more of " + KEYS);
		}
		Boolean cleared = new RequestValue("clear", clear).asBoolean();
		if (Boolean.FALSE.equals(cleared)) {
			throw RequestValue.invalid("'clear' must be true but is 'false'. Leave it out to keep the items");
		}
		return new QueueChange(new RequestValue("shutdown", shutdown).as(Shutdown::of, "drain or immediate"),
				cleared != null);
	}

	void apply(NamedQueue<?> queue) {
		if (this.clear) {
			queue.clear();
		}
		if (this.shutdown != null) {
			queue.shutdown(this.shutdown == Shutdown.IMMEDIATE);
		}
	}

	/**
	 * How a queue is shut down.
	 */
	enum Shutdown {

		DRAIN, IMMEDIATE;

		static Shutdown of(String text) {
			return switch (text) {
				case "drain" -> DRAIN;
				case "immediate" -> IMMEDIATE;
				default -> throw new IllegalArgumentException("Neither drain nor immediate");
			};
		}

	}

}
