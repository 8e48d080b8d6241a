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

package io.heddle.benchmarks.scheduling;

import java.util.concurrent.TimeUnit;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;

/**
 * Timers of Netty, which run up to a tick too late and in no order.
 */
final class NettyTimers implements Timers {

	private final HashedWheelTimer timer = new HashedWheelTimer(1, TimeUnit.MILLISECONDS);

	@Override
	public Object enter(long nanos, Runnable action) {
		return this.timer.newTimeout((timeout) -> action.run(), nanos, TimeUnit.NANOSECONDS);
	}

	@Override
	public void cancel(Object timer) {
		((Timeout) timer).cancel();
	}

	@Override
	public void run() {
		// its thread does
	}

	@Override
	public void close() {
		this.timer.stop();
	}

}
