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

import java.nio.file.Path;

/**
 * An order of a print of a picture. Express orders come before all others; the order of
 * those that are equal in this is up to the queue. So it is not that of {@code equals}.
 *
 * @param number the number of the order
 * @param batch the number of the batch of the picture
 * @param picture the number of the picture in its batch
 * @param name the name of the picture
 * @param original the file of the picture
 * @param print the file of the print to be
 * @param express whether it comes before those that are not
 */
public record PrintOrder(long number, int batch, int picture, String name, Path original, Path print,
		boolean express) implements Comparable<PrintOrder> {

	@Override
	public int compareTo(PrintOrder other) {
		return Boolean.compare(other.express, this.express);
	}

}
