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

import java.io.InvalidClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes may come in, and so may go out. Thread-safe.
 */
final class AllowList {

	/**
	 * The JDK's types that are plain data. URL and Pattern are none: the one asks the
	 * network for its hash code, the other may compile for ever.
	 **/
	private static final List<String> DEFAULTS = List.of("java.lang.Boolean", "java.lang.Byte", "java.lang.Short",
			"java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double", "java.lang.Character",
			"java.lang.Number", "java.lang.String", "java.lang.Enum", "java.lang.Object", "java.lang.Record",
			"java.lang.Class", "java.lang.StringBuilder", "java.lang.StringBuffer", "java.lang.StackTraceElement",
			"java.lang.invoke.SerializedLambda", "java.math.*", "java.time.**", "java.net.URI", "java.net.InetAddress",
			"java.net.Inet4Address", "java.net.Inet6Address", "java.net.SocketAddress", "java.net.InetSocketAddress",
			"java.io.File", "java.nio.file.Path", "java.util.ArrayList", "java.util.Arrays$ArrayList",
			"java.util.LinkedList", "java.util.ArrayDeque", "java.util.Vector", "java.util.Stack",
			"java.util.PriorityQueue", "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap",
			"java.util.IdentityHashMap", "java.util.EnumMap", "java.util.Hashtable", "java.util.Properties",
			"java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet", "java.util.EnumSet",
			"java.util.BitSet", "java.util.UUID", "java.util.Locale", "java.util.Currency", "java.util.Date",
			"java.sql.Date", "java.sql.Time", "java.sql.Timestamp", "java.util.Calendar", "java.util.GregorianCalendar",
			"java.util.TimeZone", "java.util.SimpleTimeZone", "sun.util.calendar.ZoneInfo", "java.util.CollSer",
			"java.util.ImmutableCollections", "java.util.RegularEnumSet", "java.util.JumboEnumSet",
			"java.nio.HeapByteBuffer", "java.util.Collections", "java.util.Comparators", "java.util.AbstractMap",
			"java.util.Map", "java.util.concurrent.ConcurrentHashMap", "java.util.concurrent.ConcurrentLinkedQueue",
			"java.util.concurrent.CopyOnWriteArrayList", "java.util.concurrent.CopyOnWriteArraySet",
			"java.util.concurrent.ConcurrentSkipListSet", "java.util.concurrent.ConcurrentSkipListMap",
			"java.util.concurrent.TimeUnit", "java.util.concurrent.atomic.AtomicInteger",
			"java.util.concurrent.atomic.AtomicLong", "java.util.concurrent.atomic.AtomicBoolean",
			"java.util.concurrent.atomic.AtomicReference", "java.util.concurrent.locks.ReentrantLock",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer",
			"java.util.concurrent.locks.AbstractOwnableSynchronizer", "io.heddle.process.Attachment",
			"io.heddle.process.SentPath", "io.heddle.process.BeanMethod", "io.heddle.process.WorkerSetup",
			"io.heddle.process.RemoteException", "io.heddle.process.WorkerCrashedException",
			"io.heddle.executor.BrokenExecutorException");

	private static final List<String> THROWABLE_PACKAGES = List.of("java.lang.", "java.util.", "java.io.", "java.nio.",
			"java.net.", "java.time.", "java.sql.", "java.security.");

	private final String pool;

	private final Set<String> names = new HashSet<>();

	private final Set<String> packages = new HashSet<>();

	private final List<String> prefixes = new ArrayList<>();

	private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

	AllowList(String pool, List<String> patterns) {
		this.pool = pool;
		DEFAULTS.forEach(this::add);
		// what a sent path becomes; in itself it cannot be serialized
		add(Path.of("").getClass().getName());
		patterns.forEach(this::add);
	}

	private void add(String pattern) {
		if (pattern.endsWith(".**")) {
			this.prefixes.add(pattern.substring(0, pattern.length() - 2));
		}
		else if (pattern.endsWith(".*")) {
			this.packages.add(pattern.substring(0, pattern.length() - 2));
		}
		else if (pattern.isBlank() || pattern.contains("*")) {
			throw new IllegalArgumentException("'" + pattern + "' is not a pattern of the allow-list of process pool '"
					+ this.pool + "'; write a class name, 'package.*' or 'package.**'");
		}
		else {
			this.names.add(pattern);
		}
	}

	/**
	 * Return whether a class may travel. Arrays may if their elements may; nested classes
	 * of a listed class may too.
	 * @param type the class
	 * @return whether it is allowed
	 */
	boolean allows(Class<?> type) {
		if (this.known.contains(type)) {
			return true;
		}
		Class<?> element = type;
		while (element.isArray()) {
			element = element.getComponentType();
		}
		boolean allowed = element.isPrimitive() || allowsName(element.getName()) || isPlainThrowable(element)
				|| isPlainEnum(element);
		if (allowed) {
			this.known.add(type);
		}
		return allowed;
	}

	private boolean allowsName(String name) {
		if (this.names.contains(name) || this.packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
				|| this.prefixes.stream().anyMatch(name::startsWith)) {
			return true;
		}
		for (int nested = name.indexOf('$'); nested > 0; nested = name.indexOf('$', nested + 1)) {
			if (this.names.contains(name.substring(0, nested))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPlainThrowable(Class<?> type) {
		return Throwable.class.isAssignableFrom(type)
				&& THROWABLE_PACKAGES.stream().anyMatch(type.getName()::startsWith);
	}

	/**
	 * Return whose list this is.
	 */
	String pool() {
		return this.pool;
	}

	private static boolean isPlainEnum(Class<?> type) {
		return Enum.class.isAssignableFrom(type) && type.getName().startsWith("java.");
	}

	InvalidClassException refusal(Class<?> type) {
		return new InvalidClassException(type.getName(),
				"is not on the allow-list of process pool '" + this.pool + "'; add the class or its package to 'heddle."
						+ "process-pools." + this.pool + ".serialization.allow'");
	}

}
