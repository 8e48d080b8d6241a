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

package io.heddle.autoconfigure.sync;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;

/**
 * Checks the properties of one synchronizer.
 *
 * @param <P> the type of the properties
 */
class SynchronizerEntryValidator<P> extends NamedEntryValidator<P> {

	SynchronizerEntryValidator(NamedEntry<P> entry) {
		super(entry);
	}

	/**
	 * Return the properties if all are valid.
	 * @return the properties
	 * @throws InvalidPropertyException for the first invalid property
	 */
	final P validate() {
		validateName();
		validateProperties();
		return properties();
	}

	/**
	 * Check the properties. Does nothing by default.
	 */
	void validateProperties() {
	}

}
