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

package io.heddle.actuate.named;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Stacks as they are shown.
 */
public final class StackFrames {

	private StackFrames() {
	}

	/**
	 * Return the frames as text.
	 * @param stack the stack, innermost frame first
	 * @return the class, method and place of each frame
	 */
	public static List<String> of(List<StackTraceElement> stack) {
		return stack.stream().map(StackFrames::frame).toList();
	}

	private static String frame(StackTraceElement frame) {
		return frame.getClassName() + "." + frame.getMethodName() + "(" + location(frame) + ")";
	}

	private static String location(StackTraceElement frame) {
		@Nullable String file = frame.getFileName();
		if (frame.isNativeMethod() || file == null) {
			return frame.isNativeMethod() ? "Native Method" : "Unknown Source";
		}
		return (frame.getLineNumber() >= 0) ? file + ":" + frame.getLineNumber() : file;
	}

}
