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

package io.heddle.actuate.sync;

import io.heddle.sync.NamedBarrier;

/**
 * What can be done to a barrier.
 */
enum BarrierAction {

	ABORT {
		@Override
		void on(NamedBarrier barrier) {
			barrier.abort();
		}
	},

	RESET {
		@Override
		void on(NamedBarrier barrier) {
			barrier.reset();
		}
	};

	abstract void on(NamedBarrier barrier);

	static BarrierAction of(String text) {
		return switch (text) {
			case "abort" -> ABORT;
			case "reset" -> RESET;
			default -> throw new IllegalArgumentException("Neither abort nor reset");
		};
	}

}
