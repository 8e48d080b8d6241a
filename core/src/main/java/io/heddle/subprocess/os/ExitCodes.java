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

package io.heddle.subprocess.os;

/**
 * Tells signals from exit codes.
 */
public final class ExitCodes {

	private static final int SIGNALLED = 128;

	private ExitCodes() {
	}

	/**
	 * Return what the value of {@link Process#exitValue()} means. The JDK gives
	 * {@code 128 + n} for signal n, so an exit code of 129 to 192 cannot be told from
	 * one.
	 * @param exitValue the value
	 * @return the exit code, {@code -n} for signal n
	 */
	public static int of(int exitValue) {
		return (exitValue > SIGNALLED && exitValue <= SIGNALLED + Signals.MOST) ? SIGNALLED - exitValue : exitValue;
	}

}
