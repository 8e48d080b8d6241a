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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Turns tasks into frames and frames into results. Thread-safe.
 * <p>
 * Encoding throws an {@link IOException} if a value cannot be serialized or is not
 * allowed, and an {@link IllegalArgumentException} if the frame would exceed the limit;
 * what a {@code writeObject} of the user throws comes through. Nothing was sent then.
 */
final class TaskCodec {

	private final ValueCodec values;

	private final ThrowableCodec throwables;

	TaskCodec(ValueCodec values, ThrowableCodec throwables) {
		this.values = values;
		this.throwables = throwables;
	}

	/**
	 * Return the codec of the parent's side.
	 * @param settings allow-list and limit
	 * @return the codec
	 */
	static TaskCodec of(WorkerSettings settings) {
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		ClassLoader classLoader = (context != null) ? context : TaskCodec.class.getClassLoader();
		ValueCodec values = new ValueCodec(new AllowList(settings.pool(), settings.allow()), settings.maxFrameSize(),
				classLoader);
		return new TaskCodec(values, new ThrowableCodec(values, "In the parent"));
	}

	/**
	 * Encode a task.
	 * @param id the identifier of the task
	 * @param context the context of its submitter by name, or {@code null}
	 * @param command a serializable {@code Callable} or {@code Runnable}
	 * @return the frame
	 * @throws IOException if a value cannot be serialized or is not allowed
	 */
	OutgoingFrame task(long id, @Nullable Map<String, Object> context, Object command) throws IOException {
		return this.values.encode(FrameKind.TASK, id, Arrays.asList(encode(context), command));
	}

	/**
	 * Encode a function, to be referred to by its identifier afterwards. The frame may be
	 * sent to many workers.
	 * @param functionId the identifier
	 * @param function a serializable function of one or two arguments, or a
	 * {@link BeanMethod}
	 * @return the frame
	 * @throws IOException if a value cannot be serialized or is not allowed
	 */
	OutgoingFrame define(long functionId, Object function) throws IOException {
		List<@Nullable Object> plain = (function instanceof BeanMethod method) ? method.plain()
				: this.values.lambdas().encode(function);
		return this.values.encode(FrameKind.DEFINE, functionId, (plain != null) ? plain : List.of(function));
	}

	/**
	 * Decode DEFINE.
	 * @param frame the frame
	 * @return the function or {@link BeanMethod}
	 * @throws IOException if it is garbage or not allowed
	 * @throws ClassNotFoundException if this JVM has not its class
	 */
	Object function(Frame frame) throws IOException, ClassNotFoundException {
		List<@Nullable Object> decoded = this.values.decode(frame);
		Object function = switch (decoded.size()) {
			case 1 -> decoded.get(0);
			case LambdaCodec.PLAIN_SIZE -> this.values.lambdas().decode(decoded);
			default -> BeanMethod.ofPlain(decoded);
		};
		if (function == null) {
			throw new FrameException("The parent has sent no function");
		}
		return function;
	}

	/**
	 * Encode the call of a {@link BeanMethod}, or of a task that was defined before.
	 * @param id the identifier of the task
	 * @param context the context of its submitter by name, or {@code null}
	 * @param functionId the identifier of the method
	 * @param arguments its arguments
	 * @return the frame
	 * @throws IOException if a value cannot be serialized or is not allowed
	 */
	OutgoingFrame call(long id, @Nullable Map<String, Object> context, long functionId, @Nullable Object[] arguments)
			throws IOException {
		return applied(FrameKind.CALL, id, context, functionId, Arrays.asList(arguments));
	}

	/**
	 * Encode a chunk. Each item is the argument of a function; of a function of two
	 * arguments each two are.
	 * @param id the identifier of the task
	 * @param context the context of its submitter by name, or {@code null}
	 * @param functionId the identifier of the function
	 * @param items the arguments
	 * @return the frame
	 * @throws IOException if a value cannot be serialized or is not allowed
	 */
	OutgoingFrame chunk(long id, @Nullable Map<String, Object> context, long functionId,
			List<? extends @Nullable Object> items) throws IOException {
		return applied(FrameKind.CHUNK, id, context, functionId, items);
	}

	private OutgoingFrame applied(FrameKind kind, long id, @Nullable Map<String, Object> context, long functionId,
			List<? extends @Nullable Object> items) throws IOException {
		List<@Nullable Object> all = new ArrayList<>(2 + items.size());
		all.add(encode(context));
		all.add(functionId);
		all.addAll(items);
		return this.values.encode(kind, id, all);
	}

	/**
	 * Make a frame without a body: FORGET, CANCEL, STACK, STOP, DROPPED, RETIRING or
	 * EXITING.
	 * @param kind what it says
	 * @param id what it is about
	 * @return the frame
	 */
	static OutgoingFrame control(FrameKind kind, long id) {
		return new FrameBuffer(FrameHeader.SIZE).toFrame(kind, id);
	}

	/**
	 * Encode the request for tasks that have not been started.
	 * @param ids the identifiers of the tasks
	 * @return the frame
	 */
	OutgoingFrame recall(List<Long> ids) {
		return ids(FrameKind.RECALL, ids);
	}

	OutgoingFrame ids(FrameKind kind, List<Long> ids) {
		return encodePlain(kind, 0, (Object) ids.stream().mapToLong(Long::longValue).toArray());
	}

	OutgoingFrame encodePlain(FrameKind kind, long id, @Nullable Object... plainValues) {
		try {
			return this.values.encode(kind, id, Arrays.asList(plainValues));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Plain values could not be encoded", ex);
		}
	}

	/**
	 * Decode RESULT.
	 * @param frame the frame
	 * @return the result
	 * @throws IOException if it is garbage or not allowed
	 * @throws ClassNotFoundException if this JVM has not its class
	 */
	@Nullable Object result(Frame frame) throws IOException, ClassNotFoundException {
		return result(this.values.decode(frame));
	}

	@Nullable Object result(List<@Nullable Object> decoded) throws IOException {
		if (decoded.size() != 1) {
			throw new FrameException("A result has " + decoded.size() + " values");
		}
		return decoded.get(0);
	}

	/**
	 * Decode FAILURE or START_FAILED.
	 * @param frame the frame
	 * @return the throwable, or what stands for it
	 * @throws IOException if it is garbage
	 * @throws ClassNotFoundException never, as its values are plain
	 */
	Throwable failure(Frame frame) throws IOException, ClassNotFoundException {
		List<@Nullable Object> decoded = this.values.decode(frame);
		if (decoded.size() != ThrowableCodec.SIZE) {
			throw new FrameException("A failure has " + decoded.size() + " values");
		}
		return this.throwables.decode(decoded);
	}

	/**
	 * Decode CHUNK_RESULT.
	 * @param frame the frame
	 * @return the outcomes of the items, in their order
	 * @throws IOException if it is garbage or not allowed
	 * @throws ClassNotFoundException if this JVM has not the class of a result
	 */
	List<ItemResult> chunkResult(Frame frame) throws IOException, ClassNotFoundException {
		return chunkResult(this.values.decode(frame));
	}

	List<ItemResult> chunkResult(List<@Nullable Object> decoded) throws IOException {
		List<ItemResult> items = new ArrayList<>(decoded.size() / 2);
		int i = 0;
		while (i < decoded.size()) {
			boolean ok = Boolean.TRUE.equals(decoded.get(i));
			int next = i + 1 + ((ok) ? 1 : ThrowableCodec.SIZE);
			if (next > decoded.size()) {
				throw new FrameException("The result of a chunk ends within an item");
			}
			items.add((ok) ? itemResult(decoded.get(i + 1))
					: new ItemResult(null, this.throwables.decode(decoded.subList(i + 1, next))));
			i = next;
		}
		return items;
	}

	private ItemResult itemResult(@Nullable Object value) {
		if (!(value instanceof SentItem item)) {
			return new ItemResult(value, null);
		}
		try {
			return new ItemResult(result(this.values.decode(item)), null);
		}
		catch (Throwable ex) {
			// may come from a readObject, and is the failure of this item alone
			return new ItemResult(null, ex);
		}
	}

	/**
	 * Decode RECALL or RECALLED.
	 * @param frame the frame
	 * @return the identifiers of the tasks
	 * @throws IOException if it is garbage
	 */
	List<Long> ids(Frame frame) throws IOException {
		List<@Nullable Object> decoded = decodePlain(frame);
		if (decoded.size() == 1 && decoded.get(0) instanceof long[] ids) {
			return Arrays.stream(ids).boxed().toList();
		}
		throw new FrameException("No identifiers in a " + frame.kind() + " frame");
	}

	/**
	 * Decode STACKS.
	 * @param frame the frame
	 * @return the stack of the running task, innermost first; empty if it does not run
	 * @throws IOException if it is garbage
	 */
	List<StackTraceElement> stack(Frame frame) throws IOException {
		return decodePlain(frame).stream()
			.filter(StackTraceElement.class::isInstance)
			.map(StackTraceElement.class::cast)
			.toList();
	}

	List<@Nullable Object> decodePlain(Frame frame) throws IOException {
		try {
			return this.values.decode(frame);
		}
		catch (ClassNotFoundException ex) {
			throw new FrameException("A " + frame.kind() + " frame holds a " + ex.getMessage());
		}
	}

	ValueCodec values() {
		return this.values;
	}

	ThrowableCodec throwables() {
		return this.throwables;
	}

	private static @Nullable Object encode(@Nullable Map<String, Object> context) {
		if (context == null || context.isEmpty()) {
			return null;
		}
		String[] strings = new String[2 * context.size()];
		int i = 0;
		for (Map.Entry<String, Object> entry : context.entrySet()) {
			if (!(entry.getValue() instanceof String text)) {
				return new LinkedHashMap<>(context);
			}
			strings[i++] = entry.getKey();
			strings[i++] = text;
		}
		return strings;
	}

	/**
	 * Decode the context of a task.
	 * @param encoded the first value of its frame
	 * @return the context by name, empty if there is none
	 */
	static Map<String, Object> context(@Nullable Object encoded) {
		Map<String, Object> context = new LinkedHashMap<>();
		if (encoded instanceof String[] strings) {
			for (int i = 0; i + 1 < strings.length; i += 2) {
				context.put(strings[i], strings[i + 1]);
			}
		}
		else if (encoded instanceof Map<?, ?> map) {
			map.forEach((name, value) -> context.put(String.valueOf(name), value));
		}
		return context;
	}

}
