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

package io.heddle.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Turns a throwable into plain values and back: its class name and texts in any case, and
 * its serialized form where it has one that the other side may read. Thread-safe.
 */
final class ThrowableCodec {

	/**
	 * How many values a throwable takes.
	 */
	static final int SIZE = 4;

	private static final int MAX_TEXT = 64 << 10;

	private final ValueCodec values;

	private final String origin;

	/**
	 * Create a codec.
	 * @param values the codec of values
	 * @param origin where throwables come from, to begin the remote stack with
	 */
	ThrowableCodec(ValueCodec values, String origin) {
		this.values = values;
		this.origin = origin;
	}

	List<@Nullable Object> encode(Throwable throwable) {
		return Arrays.asList(throwable.getClass().getName(), message(throwable),
				this.origin + ": " + stackTrace(throwable), serialized(throwable));
	}

	/**
	 * Leave out the serialized form.
	 * @param encoded an encoded throwable
	 * @return one that takes far less than the smallest limit of a frame
	 */
	List<@Nullable Object> asText(List<@Nullable Object> encoded) {
		return Arrays.asList(encoded.get(0), encoded.get(1), encoded.get(2), null);
	}

	private static @Nullable String message(Throwable throwable) {
		try {
			return cut(throwable.getMessage());
		}
		catch (Throwable ex) {
			return null;
		}
	}

	private static @Nullable String stackTrace(Throwable throwable) {
		try {
			StringWriter text = new StringWriter();
			throwable.printStackTrace(new PrintWriter(text, true));
			return cut(text.toString());
		}
		catch (Throwable ex) {
			return throwable.getClass().getName();
		}
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + " [cut]" : text;
	}

	private byte @Nullable [] serialized(Throwable throwable) {
		try {
			OutgoingFrame frame = this.values.encode(FrameKind.FAILURE, 0, List.of(throwable));
			if (frame.parts().length != 1) {
				return null;
			}
			byte[] bytes = new byte[frame.parts()[0].remaining() - FrameHeader.SIZE];
			frame.parts()[0].duplicate().position(frame.parts()[0].position() + FrameHeader.SIZE).get(bytes);
			return bytes;
		}
		catch (Throwable ex) {
			// its text has to do
			return null;
		}
	}

	Throwable decode(List<@Nullable Object> encoded) {
		String className = String.valueOf(encoded.get(0));
		String message = (encoded.get(1) instanceof String text) ? text : null;
		String stackTrace = String.valueOf(encoded.get(2));
		RemoteException remote = new RemoteException((message != null) ? className + ": " + message : className,
				className, stackTrace);
		Throwable adopted = (encoded.get(3) instanceof byte[] bytes) ? deserialized(bytes) : null;
		if (adopted == null) {
			return remote;
		}
		addAtEnd(adopted, remote);
		return adopted;
	}

	private @Nullable Throwable deserialized(byte[] bytes) {
		try {
			Frame frame = new Frame(FrameKind.FAILURE, 0, ByteBuffer.wrap(bytes), List.of());
			return (this.values.decode(frame).get(0) instanceof Throwable throwable) ? throwable : null;
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | StackOverflowError ex) {
			// not known or not allowed here: its text has to do
			return null;
		}
	}

	private static void addAtEnd(Throwable throwable, RemoteException remote) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Throwable last = throwable;
		for (Throwable cause = last.getCause(); cause != null && seen.add(last); cause = last.getCause()) {
			last = cause;
		}
		try {
			last.initCause(remote);
		}
		catch (IllegalStateException ex) {
			throwable.addSuppressed(remote);
		}
	}

}
