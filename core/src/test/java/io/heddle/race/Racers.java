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

package io.heddle.race;

import java.util.Arrays;
import java.util.List;

/**
 * The kinds of threads that race.
 */
public enum Racers {

	PLATFORM,

	VIRTUAL;

	/**
	 * Return the kinds that this Java has.
	 * @return the kinds
	 */
	public static List<Racers> supported() {
		return Arrays.stream(values()).filter((racers) -> racers == PLATFORM || hasVirtualThreads()).toList();
	}

	private static boolean hasVirtualThreads() {
		return Runtime.version().feature() >= 21;
	}

	/**
	 * Start a thread of this kind.
	 * @param name the name of the thread
	 * @param target what it runs
	 * @return the started thread
	 */
	public Thread start(String name, Runnable target) {
		Thread thread = unstarted(name, target);
		thread.start();
		return thread;
	}

	/**
	 * Make a thread of this kind.
	 * @param name the name of the thread
	 * @param target what it runs
	 * @return the thread, not yet started
	 */
	public Thread unstarted(String name, Runnable target) {
		Thread thread = (this == PLATFORM) ? new Thread(target) : unstartedVirtual(target);
		thread.setName(name);
		if (this == PLATFORM) {
			thread.setDaemon(true);
		}
		return thread;
	}

	private static Thread unstartedVirtual(Runnable target) {
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			return (Thread) Class.forName("java.lang.Thread$Builder")
				.getMethod("unstarted", Runnable.class)
				.invoke(builder, target);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
