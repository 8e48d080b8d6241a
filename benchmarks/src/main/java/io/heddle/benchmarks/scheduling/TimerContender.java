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

import java.util.function.Supplier;

/**
 * What is compared, each with one thread that runs the timers.
 */
enum TimerContender {

	HEDDLE("EventScheduler", HeddleTimers::new),

	JDK("ScheduledThreadPoolExecutor", JdkTimers::new),

	NETTY("HashedWheelTimer", NettyTimers::new);

	private final String label;

	private final Supplier<Timers> factory;

	TimerContender(String label, Supplier<Timers> factory) {
		this.label = label;
		this.factory = factory;
	}

	String label() {
		return this.label;
	}

	Timers create() {
		return this.factory.get();
	}

}
