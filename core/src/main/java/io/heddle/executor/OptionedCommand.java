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

package io.heddle.executor;

import java.util.Objects;

/**
 * A command without a future, for which the submitter gave options.
 *
 * @param command what was submitted
 * @param options its options
 */
record OptionedCommand(Runnable command, TaskOptions options) implements Runnable {

	OptionedCommand {
		Objects.requireNonNull(options, "'options' must not be null");
	}

	@Override
	public void run() {
		this.command.run();
	}

}
