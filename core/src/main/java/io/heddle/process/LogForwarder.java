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

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Writes what workers log and print into the log of this JVM, on a thread of its own,
 * which lives while there is something to write. What a slow log does not take is dropped
 * and counted. Thread-safe.
 */
final class LogForwarder implements RemoteLog, Closeable {

	private static final int CAPACITY = 10_000;

	private static final long KEEP_ALIVE_SECONDS = 10;

	private static final int EVENT_SIZE = 7;

	private static final int OUTPUT_SIZE = 3;

	private final String pool;

	private final Logger output;

	private final ValueCodec values;

	private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>(CAPACITY);

	private final AtomicLong dropped = new AtomicLong();

	private @Nullable Thread writer;

	/**
	 * Create a forwarder.
	 * @param pool the name of the pool
	 */
	LogForwarder(String pool) {
		this.pool = pool;
		this.output = LoggerFactory.getLogger("heddle.worker." + pool);
		this.values = new ValueCodec(new AllowList(pool, List.of()), FrameHeader.MAX_LENGTH,
				LogForwarder.class.getClassLoader());
	}

	@Override
	public void accept(long pid, Frame frame, LastLines lines) {
		try {
			List<@Nullable Object> decoded = this.values.decode(frame);
			boolean event = frame.kind() == FrameKind.LOG;
			if (decoded.size() != ((event) ? EVENT_SIZE : OUTPUT_SIZE)) {
				throw new FrameException("A " + frame.kind() + " frame has " + decoded.size() + " values");
			}
			String text = String.valueOf(decoded.get((event) ? 4 : 1));
			Map<String, String> mdc = mdc(decoded.get(decoded.size() - 1), pid, frame.id());
			if (!event) {
				lines.add(text);
				Level level = (Boolean.TRUE.equals(decoded.get(0))) ? Level.WARN : Level.INFO;
				add(new Entry(this.output, level, text, mdc));
				return;
			}
			String throwable = (decoded.get(5) instanceof String trace) ? System.lineSeparator() + trace : "";
			mdc.put("thread", String.valueOf(decoded.get(2)));
			add(new Entry(LoggerFactory.getLogger(String.valueOf(decoded.get(1))),
					Level.valueOf(String.valueOf(decoded.get(0))), text + throwable, mdc));
		}
		catch (IOException | ClassNotFoundException | RuntimeException ex) {
			this.output.warn("Worker {} sent a log event that cannot be read", pid, ex);
		}
	}

	@Override
	public void line(long pid, String line) {
		add(new Entry(this.output, Level.INFO, line, mdc(null, pid, -1)));
	}

	private Map<String, String> mdc(@Nullable Object encoded, long pid, long task) {
		Map<String, String> mdc = new LinkedHashMap<>();
		TaskCodec.context(encoded).forEach((name, value) -> mdc.put(name, String.valueOf(value)));
		mdc.put("pool", this.pool);
		mdc.put("pid", String.valueOf(pid));
		if (task >= 0) {
			mdc.put("task", String.valueOf(task));
		}
		return mdc;
	}

	private void add(Entry entry) {
		if (!this.entries.offer(entry)) {
			this.dropped.incrementAndGet();
			return;
		}
		synchronized (this) {
			if (this.writer == null) {
				this.writer = new Thread(this::write, this.pool + "-log");
				this.writer.setDaemon(true);
				this.writer.start();
			}
		}
	}

	private void write() {
		try {
			while (true) {
				Entry entry = this.entries.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
				if (entry != null) {
					write(entry);
				}
				else if (isDone()) {
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			for (Entry entry = this.entries.poll(); entry != null; entry = this.entries.poll()) {
				write(entry);
			}
		}
	}

	private synchronized boolean isDone() {
		if (!this.entries.isEmpty()) {
			return false;
		}
		this.writer = null;
		return true;
	}

	private void write(Entry entry) {
		long dropped = this.dropped.getAndSet(0);
		if (dropped > 0) {
			this.output.warn("{} log events of workers were dropped, as this log is slower than they came", dropped);
		}
		Map<String, String> previous = MDC.getCopyOfContextMap();
		try {
			MDC.setContextMap(entry.mdc());
			entry.logger().atLevel(entry.level()).log(entry.text());
		}
		catch (RuntimeException ex) {
			// the next one may do
		}
		finally {
			if (previous != null) {
				MDC.setContextMap(previous);
			}
			else {
				MDC.clear();
			}
		}
	}

	/**
	 * Write what is there and end.
	 */
	@Override
	public synchronized void close() {
		if (this.writer != null) {
			this.writer.interrupt();
		}
	}

	/**
	 * What is still to be written.
	 *
	 * @param logger the logger
	 * @param level the level
	 * @param text message and stack trace
	 * @param mdc the MDC of the task, with pool, process id and task
	 */
	private record Entry(Logger logger, Level level, String text, Map<String, String> mdc) {

	}

}
