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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.heddle.sample.PhotoLabProperties;
import io.heddle.sync.Locked;

/**
 * The ledger of all orders, a file to which lines are added: number, time and what
 * happened, with tabs in between. The lock {@code ledger} is held for each line, so that
 * numbers have no gaps and lines do not mix; by itself this class is not thread-safe.
 */
@Component
public class PrintLedger {

	private static final String SEPARATOR = "\t";

	private final Path file;

	private long last = -1;

	PrintLedger(PhotoLabProperties properties) {
		this.file = properties.output().toAbsolutePath().normalize().resolve("ledger.tsv");
	}

	/**
	 * Enter a new order.
	 * @param what what is ordered
	 * @return the number of the order: one more than that of the order before, be it of
	 * an earlier run
	 * @throws IOException if the ledger cannot be read or written
	 */
	@Locked("ledger")
	public long enter(String what) throws IOException {
		long number = last() + 1;
		append(number, "ordered: " + what);
		this.last = number;
		return number;
	}

	/**
	 * Note what happened to the {@linkplain OrderNumber#current() current} order.
	 * @param what what happened
	 * @throws IOException if the ledger cannot be written
	 */
	@Locked("ledger")
	public void note(String what) throws IOException {
		append(OrderNumber.current(), what);
	}

	private long last() throws IOException {
		if (this.last < 0) {
			this.last = Files.exists(this.file) ? lastOf(this.file) : 0;
		}
		return this.last;
	}

	private static long lastOf(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map((line) -> line.split(SEPARATOR, 2)[0])
				.filter((number) -> number.matches("\\d{1,15}"))
				.mapToLong(Long::parseLong)
				.max()
				.orElse(0);
		}
	}

	private void append(long number, String what) throws IOException {
		Files.createDirectories(this.file.getParent());
		String line = String.join(SEPARATOR, String.valueOf(number), Instant.now().toString(),
				what.replaceAll("\\p{Cntrl}", " "));
		Files.writeString(this.file, line + System.lineSeparator(), StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

}
