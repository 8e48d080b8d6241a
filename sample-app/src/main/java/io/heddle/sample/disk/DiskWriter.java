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

package io.heddle.sample.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.stereotype.Component;

import io.heddle.sync.Permit;

/**
 * Writes files, no more at once than the semaphore {@code disk} has permits, whichever
 * executor it is that has something to write. Only the workers write their thumbnails
 * themselves, each one at a time.
 */
@Component
public class DiskWriter {

	/**
	 * Write a file, with a permit of the semaphore {@code disk}.
	 * @param file the file, which is replaced if it is there
	 * @param content what to write
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	@Permit(value = "disk", timeout = "1m")
	public Path write(Path file, byte[] content) throws IOException {
		return Files.write(file, content);
	}

}
