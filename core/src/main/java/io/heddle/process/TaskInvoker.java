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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Runs a task and makes the frame that tells of its end. Confined to one thread.
 */
final class TaskInvoker {

	private final TaskCodec codec;

	private final TaskContexts contexts;

	private final WorkerBeans beans;

	private final ClassLoader classLoader;

	private final ChunkInvoker chunks;

	// by identifier: the frame that defines it until it is first used
	private final Map<Long, Object> functions = new HashMap<>();

	TaskInvoker(TaskCodec codec, TaskContexts contexts, WorkerBeans beans, ClassLoader classLoader,
			ChunkInvoker chunks) {
		this.codec = codec;
		this.contexts = contexts;
		this.beans = beans;
		this.classLoader = classLoader;
		this.chunks = chunks;
	}

	void define(Frame frame) {
		this.functions.put(frame.id(), frame);
	}

	void forget(long functionId) {
		this.functions.remove(functionId);
	}

	/**
	 * Do what the next task would have to wait for.
	 * @param thorough whether it may use memory for that
	 */
	void warmUp(boolean thorough) {
		this.contexts.warmUp();
		Rehearsal rehearsal = new Rehearsal();
		rehearsal.ofTask((codec) -> new TaskInvoker(codec, this.contexts, this.beans, this.classLoader, this.chunks));
		if (thorough) {
			rehearsal.ofObjects();
			rehearsal.ofClasses();
		}
	}

	/**
	 * Run a task.
	 * @param task its frame
	 * @return the frame of its result or failure
	 */
	OutgoingFrame run(Frame task) {
		try {
			List<@Nullable Object> values = this.codec.values().decode(task);
			AtomicReference<@Nullable OutgoingFrame> answer = new AtomicReference<>();
			this.contexts.run(TaskCodec.context(values.get(0)), () -> answer.set(run(task, values)));
			OutgoingFrame answered = answer.get();
			return (answered != null) ? answered
					: failure(task.id(), new IllegalStateException("The task did not run"));
		}
		catch (Throwable ex) {
			return failure(task.id(), ex);
		}
	}

	private OutgoingFrame run(Frame task, List<@Nullable Object> values) {
		try {
			if (task.kind() == FrameKind.CHUNK) {
				return this.chunks.invoke(task.id(), function(values), values.subList(2, values.size()));
			}
			Object result = (task.kind() == FrameKind.CALL) ? call(values) : call(values.get(1));
			List<@Nullable Object> results = new ArrayList<>(1);
			results.add(result);
			return this.codec.values().encode(FrameKind.RESULT, task.id(), results);
		}
		catch (Throwable ex) {
			return failure(task.id(), ex);
		}
	}

	private static @Nullable Object call(@Nullable Object command) throws Exception {
		if (command instanceof Callable<?> callable) {
			return callable.call();
		}
		if (command instanceof Runnable runnable) {
			runnable.run();
			return null;
		}
		throw new FrameException("A task is neither a Callable nor a Runnable but " + command);
	}

	private @Nullable Object call(List<@Nullable Object> values) throws Throwable {
		Object function = function(values);
		return (function instanceof BeanInvocation invocation)
				? invocation.invoke(values.subList(2, values.size()).toArray()) : call(function);
	}

	private Object function(List<@Nullable Object> values) throws IOException, ClassNotFoundException {
		Long id = (Long) values.get(1);
		Object function = this.functions.get(id);
		if (function instanceof Frame frame) {
			function = this.codec.function(frame);
			if (function instanceof BeanMethod method) {
				function = BeanInvocation.of(method, this.beans, this.classLoader);
			}
			this.functions.put(id, function);
		}
		if (function == null) {
			throw new FrameException("The parent has not sent function " + id);
		}
		return function;
	}

	OutgoingFrame failure(long id, Throwable throwable) {
		List<@Nullable Object> encoded = this.codec.throwables().encode(throwable);
		try {
			return this.codec.encodePlain(FrameKind.FAILURE, id, encoded.toArray());
		}
		catch (IllegalArgumentException ex) {
			// each part fits in a frame, but not all of them together
			return this.codec.encodePlain(FrameKind.FAILURE, id, this.codec.throwables().asText(encoded).toArray());
		}
	}

}
