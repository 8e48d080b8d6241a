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

package io.heddle.autoconfigure.queue;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;

/**
 * Checks the properties of one queue.
 */
class QueueEntryValidator extends NamedEntryValidator<QueueProperties> {

	QueueEntryValidator(NamedEntry<QueueProperties> entry) {
		super(entry);
	}

	/**
	 * Return the settings if all properties are valid.
	 * @return the settings
	 * @throws InvalidPropertyException for the first invalid property
	 */
	QueueSettings validate() {
		validateName();
		Integer capacity = properties().getCapacity();
		check(capacity == null || capacity >= 0, "capacity", capacity, "a queue cannot have room for less than no item",
				"Set it to 1 or more, or leave it out for a queue without limit.");
		return QueueSettings.of(entry().name(), properties());
	}

}
