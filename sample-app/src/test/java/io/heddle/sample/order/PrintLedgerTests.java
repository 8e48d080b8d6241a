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
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.sample.PhotoLabProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PrintLedgerTests {

	@TempDir
	private Path folder;

	@Test
	void shouldNumberOrdersFromOne() throws IOException {
		PrintLedger ledger = ledger(this.folder.resolve("new/output"));
		assertThat(ledger.enter("a print")).isEqualTo(1);
		assertThat(ledger.enter("another")).isEqualTo(2);
		assertThat(this.folder.resolve("new/output/ledger.tsv")).content()
			.matches("1\t[^\t]+\tordered: a print\\R2\t[^\t]+\tordered: another\\R");
	}

	@Test
	void shouldGoOnAfterTheLastOrderOfAnEarlierRun() throws IOException {
		Files.writeString(this.folder.resolve("ledger.tsv"),
				"41\tnow\tordered: x\n42\tnow\tordered: y\n41\tnow\tprinted\n");
		assertThat(ledger(this.folder).enter("a print")).isEqualTo(43);
	}

	@Test
	void shouldNoteWhatHappenedToTheCurrentOrder() throws IOException {
		PrintLedger ledger = ledger(this.folder);
		try (OrderNumber.Scope scope = OrderNumber.open(5)) {
			ledger.note("printed");
		}
		assertThat(this.folder.resolve("ledger.tsv")).content()
			.startsWith("5\t")
			.endsWith("\tprinted" + System.lineSeparator());
	}

	@Test
	void shouldKeepToOneLineWhateverThePictureIsCalled() throws IOException {
		ledger(this.folder).enter("print of a\n99\tb.jpg");
		assertThat(Files.readAllLines(this.folder.resolve("ledger.tsv"))).singleElement()
			.asString()
			.endsWith("\tordered: print of a 99 b.jpg");
	}

	@Test
	void shouldNotUseUpANumberThatCannotBeEntered() throws IOException {
		Path output = Files.createFile(this.folder.resolve("output"));
		PrintLedger ledger = ledger(output);
		assertThatIOException().isThrownBy(() -> ledger.enter("a print"));
		Files.delete(output);
		assertThat(ledger.enter("a print")).isEqualTo(1);
	}

	private PrintLedger ledger(Path output) {
		return new PrintLedger(new PhotoLabProperties(null, 24, output, Duration.ofDays(7)));
	}

}
