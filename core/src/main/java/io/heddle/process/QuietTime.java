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

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Tells when something has been quiet for a while, by a thread that is there as long as
 * somebody waits for that. Thread-safe.
 */
final class QuietTime {

	private static final long MILLIS = 300;

	private final String name;

	private final Listener listener;

	private @Nullable Thread thread;

	/** How often it was said that it is not quiet. **/
	private long noises;

	QuietTime(String name, Listener listener) {
		this.name = name;
		this.listener = listener;
	}

	/**
	 * Note that it is not quiet now.
	 */
	synchronized void begin() {
		this.noises++;
		if (this.thread == null) {
			this.thread = new Thread(this::run, this.name);
			this.thread.setDaemon(true);
			this.thread.start();
		}
	}

	private void run() {
		long heard = -1;
		boolean waiting = true;
		while (waiting) {
			long now = noises();
			waiting = this.listener.elapsed(now == heard) || !end(now);
			heard = now;
			try {
				TimeUnit.MILLISECONDS.sleep((waiting) ? MILLIS : 0);
			}
			catch (InterruptedException ex) {
				// nobody should; look again
			}
		}
	}

	private synchronized long noises() {
		return this.noises;
	}

	/**
	 * End the thread unless it was not quiet meanwhile.
	 */
	private synchronized boolean end(long heard) {
		if (this.noises != heard) {
			return false;
		}
		this.thread = null;
		return true;
	}

	/**
	 * What waits for a quiet time.
	 */
	@FunctionalInterface
	interface Listener {

		/**
		 * Take note that time has elapsed.
		 * @param quiet whether it was quiet meanwhile
		 * @return whether it is still to be waited for
		 */
		boolean elapsed(boolean quiet);

	}

}
