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

package io.heddle.archiving;

import org.springframework.stereotype.Service;

import io.heddle.subprocess.Pipeline;
import io.heddle.subprocess.Subprocess;

// tag::service[]
@Service
public class PictureArchive {

	private final Subprocess checksum;

	private final Subprocess tar;

	private final Subprocess gzip;

	PictureArchive(Subprocess checksum, Subprocess tar, Subprocess gzip) {
		this.checksum = checksum;
		this.tar = tar;
		this.gzip = gzip;
	}

	public String checksum(String picture) throws InterruptedException {
		return this.checksum.run(picture).check().stdout();
	}

	public byte[] pack(String... pictures) throws InterruptedException {
		return Pipeline.of(this.tar.command(pictures), this.gzip.command()).run().check().stdoutBytes();
	}

}
// end::service[]
