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
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * A task before the first one, for which nobody waits: so that the first need not wait
 * for what its way through a JVM makes this load and link. Whatever fails here is left to
 * the task that needs it.
 */
final class Rehearsal {

	/**
	 * How often a worker that is kept for later rehearses. Others do so once, for it
	 * takes some MiB of memory.
	 */
	static final int OF_SPARES = 10;

	private static final int MAX_FRAME_SIZE = 1 << 20;

	private static final long FUNCTION = 1;

	// short, for a task may come meanwhile; often, so that the compiler takes notice
	private static final int TIMES = 20;

	private static final ProcessTask<Integer> TASK = () -> 1;

	private final TaskCodec codec;

	private final FrameReader reader = new FrameReader(new Wire(), MAX_FRAME_SIZE);

	private final Deque<ByteBuffer> wire = new ArrayDeque<>();

	Rehearsal() {
		ValueCodec values = new ValueCodec(new AllowList("rehearsal", List.of(Rehearsal.class.getName())),
				MAX_FRAME_SIZE, Rehearsal.class.getClassLoader());
		this.codec = new TaskCodec(values, new ThrowableCodec(values, "In a rehearsal"));
	}

	/**
	 * Encode and decode, as both sides do.
	 */
	void ofCodec() {
		try {
			this.codec.function(received(this.codec.define(FUNCTION, TASK)));
		}
		catch (IOException | ClassNotFoundException | RuntimeException ex) {
			// left to the first task
		}
	}

	/**
	 * Read an object, for which the JDK opens every jar of the class path: the stream's
	 * filter asks for a logger. It takes so much memory that only spares do it.
	 */
	void ofObjects() {
		try {
			Object object = new ArrayList<>(List.of(1, 1L, "text"));
			this.codec.values().decode(received(this.codec.values().encode(FrameKind.RESULT, 0, List.of(object))));
		}
		catch (IOException | ClassNotFoundException | RuntimeException ex) {
			// left to the first task
		}
	}

	/**
	 * Load a class and link its lambdas, as the first task does with those of the user.
	 * It takes memory, so only spares do it.
	 */
	void ofClasses() {
		RehearsedTasks.load();
	}

	/**
	 * Run a task, as a worker does.
	 * @param invokers gives what runs it by the codec
	 */
	void ofTask(Function<TaskCodec, TaskInvoker> invokers) {
		try {
			TaskInvoker invoker = invokers.apply(this.codec);
			// encoded once, which is the work of the other side
			OutgoingFrame definition = this.codec.define(FUNCTION, TASK).detached();
			OutgoingFrame call = this.codec.call(0, null, FUNCTION, new Object[0]).detached();
			for (int i = 0; i < TIMES; i++) {
				invoker.define(received(definition));
				invoker.run(received(call));
			}
		}
		catch (IOException | RuntimeException ex) {
			// left to the first task
		}
	}

	private Frame received(OutgoingFrame frame) throws IOException {
		this.wire.add(frame.parts()[0].duplicate());
		this.reader.fill();
		Frame received = this.reader.poll();
		if (received == null) {
			throw new FrameException("Half a frame");
		}
		return received;
	}

	/**
	 * What has been sent and not been read.
	 */
	private final class Wire implements ReadableByteChannel {

		@Override
		public int read(ByteBuffer target) {
			ByteBuffer sent = Rehearsal.this.wire.remove();
			int size = sent.remaining();
			target.put(sent);
			return size;
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public void close() {
			// nothing to close
		}

	}

}
