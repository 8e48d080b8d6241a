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

package io.heddle.subprocess;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream of which somebody learns when something was written. Thread-safe if the stream
 * is.
 */
final class NoticedOutput extends FilterOutputStream {

	private final Runnable notice;

	NoticedOutput(OutputStream target, Runnable notice) {
		super(target);
		this.notice = notice;
	}

	@Override
	public void write(byte[] source, int offset, int length) throws IOException {
		this.out.write(source, offset, length);
	}

	@Override
	public void flush() throws IOException {
		super.flush();
		this.notice.run();
	}

	@Override
	public void close() throws IOException {
		super.close();
		this.notice.run();
	}

}
