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

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a program reads from its standard input. A program that does not read it, or not
 * to its end, is no error. Immutable, but a stream can be read only once.
 */
public final class SubprocessInput {

	private static final SubprocessInput NONE = new SubprocessInput(Kind.NONE, null);

	private static final SubprocessInput INHERIT = new SubprocessInput(Kind.INHERIT, null);

	private static final SubprocessInput PIPE = new SubprocessInput(Kind.PIPE, null);

	private final Kind kind;

	private final @Nullable Object source;

	private SubprocessInput(Kind kind, @Nullable Object source) {
		this.kind = kind;
		this.source = source;
	}

	/**
	 * Return no input: the program finds its end at once. The default.
	 * @return the input
	 */
	public static SubprocessInput none() {
		return NONE;
	}

	/**
	 * Return a text, which is encoded as UTF-8.
	 * @param text the text
	 * @return the input
	 */
	public static SubprocessInput of(String text) {
		return of(text, StandardCharsets.UTF_8);
	}

	/**
	 * Return a text.
	 * @param text the text
	 * @param charset how it is encoded
	 * @return the input
	 */
	public static SubprocessInput of(String text, Charset charset) {
		return new SubprocessInput(Kind.BYTES, text.getBytes(charset));
	}

	/**
	 * Return some bytes.
	 * @param bytes the bytes, which are copied
	 * @return the input
	 */
	public static SubprocessInput of(byte[] bytes) {
		return new SubprocessInput(Kind.BYTES, bytes.clone());
	}

	/**
	 * Return what a stream gives. It is read on a thread of its own, and closed
	 * afterwards. If the program ends before it has come to its end, that thread is
	 * interrupted and the stream closed; the thread lasts as long as the stream heeds
	 * neither.
	 * @param stream the stream
	 * @return the input, for one run
	 */
	public static SubprocessInput of(InputStream stream) {
		return new SubprocessInput(Kind.STREAM, Objects.requireNonNull(stream, "'stream' must not be null"));
	}

	/**
	 * Return the content of a file, which the program itself reads.
	 * @param file the file
	 * @return the input
	 */
	public static SubprocessInput of(Path file) {
		return new SubprocessInput(Kind.FILE, Objects.requireNonNull(file, "'file' must not be null"));
	}

	/**
	 * Return the standard input of this JVM.
	 * @return the input
	 */
	public static SubprocessInput inherit() {
		return INHERIT;
	}

	/**
	 * Return what is written to {@link RunningProcess#stdin()}, for
	 * {@link Subprocess#start} only.
	 * @return the input
	 */
	public static SubprocessInput pipe() {
		return PIPE;
	}

	/**
	 * Return whether what is read passes through this JVM.
	 */
	boolean isPiped() {
		return this.kind == Kind.BYTES || this.kind == Kind.STREAM || this.kind == Kind.PIPE;
	}

	Kind kind() {
		return this.kind;
	}

	<T> T source(Class<T> type) {
		return type.cast(Objects.requireNonNull(this.source));
	}

	/**
	 * Where input comes from.
	 */
	enum Kind {

		NONE, BYTES, STREAM, FILE, INHERIT, PIPE

	}

}
