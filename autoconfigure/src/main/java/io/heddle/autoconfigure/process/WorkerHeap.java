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

package io.heddle.autoconfigure.process;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.heddle.process.ProcessPool;

/**
 * The largest heap of a worker, written as a JVM takes it or as a data size.
 */
final class WorkerHeap {

	private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([kmgt]?)b?", Pattern.CASE_INSENSITIVE);

	private WorkerHeap() {
	}

	static boolean isValid(String text) {
		try {
			ProcessPool.builder("validation").maxHeap(option(text));
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Return the size as {@code -Xmx} takes it.
	 * @param text a valid size
	 * @return the size
	 */
	static String option(String text) {
		Matcher matcher = SIZE.matcher(text.trim());
		return matcher.matches() ? matcher.group(1) + matcher.group(2).toLowerCase(Locale.ROOT) : text;
	}

}
