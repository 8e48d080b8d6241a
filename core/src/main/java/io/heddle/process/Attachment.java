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

package io.heddle.process;

import java.io.Serializable;

/**
 * Stands in an object stream for bytes that travel beside it. No record: those take long
 * to be read for the first time.
 */
final class Attachment implements Serializable {

	/**
	 * From what length on a {@code byte[]} travels beside the stream.
	 */
	static final int MIN_LENGTH = 4 << 10;

	private static final long serialVersionUID = 1;

	private final int index;

	/**
	 * Create what stands for an attachment.
	 * @param index the number of the attachment
	 */
	Attachment(int index) {
		this.index = index;
	}

	int index() {
		return this.index;
	}

}
