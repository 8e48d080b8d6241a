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

package io.heddle.subprocess;

/**
 * The policy does not allow an argument; nothing was started.
 */
public class ArgumentRejectedException extends SubprocessRefusedException {

	private static final long serialVersionUID = 1L;

	private final int index;

	/**
	 * Create an exception.
	 * @param message which policy refuses what, and why
	 * @param index which of the arguments of the call is refused, from 0
	 */
	public ArgumentRejectedException(String message, int index) {
		super(message);
		this.index = index;
	}

	/**
	 * Return which of the arguments of the call is refused.
	 * @return the index, from 0
	 */
	public int index() {
		return this.index;
	}

}
