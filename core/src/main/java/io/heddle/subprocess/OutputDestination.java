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

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Where a standard stream of a program goes. Immutable.
 */
public final class OutputDestination {

	private static final OutputDestination CAPTURE = new OutputDestination(Kind.CAPTURE, null, null);

	private static final OutputDestination DISCARD = new OutputDestination(Kind.DISCARD, null, null);

	private static final OutputDestination INHERIT = new OutputDestination(Kind.INHERIT, null, null);

	private static final OutputDestination LOG = new OutputDestination(Kind.LOG, null, null);

	private final Kind kind;

	private final @Nullable Path file;

	private final @Nullable Consumer<String> consumer;

	private OutputDestination(Kind kind, @Nullable Path file, @Nullable Consumer<String> consumer) {
		this.kind = kind;
		this.file = file;
		this.consumer = consumer;
	}

	/**
	 * Keep it in memory, up to the limit of the policy. The default.
	 * @return the destination
	 */
	public static OutputDestination capture() {
		return CAPTURE;
	}

	/**
	 * Throw it away.
	 * @return the destination
	 */
	public static OutputDestination discard() {
		return DISCARD;
	}

	/**
	 * Let the program write to the same stream of this JVM.
	 * @return the destination
	 */
	public static OutputDestination inherit() {
		return INHERIT;
	}

	/**
	 * Let the program write to a file, which is emptied before. Its size has no limit.
	 * @param file the file
	 * @return the destination
	 */
	public static OutputDestination file(Path file) {
		return new OutputDestination(Kind.FILE, Objects.requireNonNull(file, "'file' must not be null"), null);
	}

	/**
	 * Let the program write to the end of a file. Its size has no limit.
	 * @param file the file
	 * @return the destination
	 */
	public static OutputDestination appendTo(Path file) {
		return new OutputDestination(Kind.APPEND, Objects.requireNonNull(file, "'file' must not be null"), null);
	}

	/**
	 * Write each line to the log {@code heddle.subprocess.<name of the policy>}, with the
	 * name and the process id in the MDC as {@code subprocess} and {@code pid}: at level
	 * INFO, and lines of the standard error at level WARN.
	 * @return the destination
	 */
	public static OutputDestination log() {
		return LOG;
	}

	/**
	 * Give each line to a consumer, without its end. It is called on the thread that
	 * called {@code run}, and otherwise on one that serves the other processes of the
	 * policy too, so it must be quick: meanwhile nobody looks at the timeout. If it
	 * throws, the process is ended and the exception reaches the caller. A line of more
	 * than 65,536 characters comes in pieces.
	 * @param consumer takes the lines, one after the other
	 * @return the destination
	 */
	public static OutputDestination lines(Consumer<String> consumer) {
		return new OutputDestination(Kind.LINES, null, Objects.requireNonNull(consumer, "'consumer' must not be null"));
	}

	/**
	 * Return whether what is written passes through this JVM.
	 */
	boolean isPiped() {
		return this.kind == Kind.CAPTURE || this.kind == Kind.LOG || this.kind == Kind.LINES;
	}

	/**
	 * Return where the process itself writes to.
	 */
	ProcessBuilder.Redirect redirect() {
		return switch (this.kind) {
			case CAPTURE, LOG, LINES -> ProcessBuilder.Redirect.PIPE;
			case DISCARD -> ProcessBuilder.Redirect.DISCARD;
			case INHERIT -> ProcessBuilder.Redirect.INHERIT;
			case FILE -> ProcessBuilder.Redirect.to(Objects.requireNonNull(this.file).toFile());
			case APPEND -> ProcessBuilder.Redirect.appendTo(Objects.requireNonNull(this.file).toFile());
		};
	}

	Kind kind() {
		return this.kind;
	}

	@Nullable Consumer<String> consumer() {
		return this.consumer;
	}

	/**
	 * What becomes of the output.
	 */
	enum Kind {

		CAPTURE, DISCARD, INHERIT, FILE, APPEND, LOG, LINES

	}

}
