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

package io.heddle.executor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who submitted a task: the thread, and the first method outside of the machinery.
 *
 * @param thread the name of the submitting thread
 * @param method the calling class and method, or {@code null} if there is none
 */
record Caller(String thread, @Nullable String method) {

	private static final StackWalker WALKER = StackWalker.getInstance();

	private static final List<String> MACHINERY = List.of("io.heddle.executor.", "io.heddle.future.",
			"io.heddle.process.", "io.heddle.autoconfigure.", "java.util.", "java.lang.reflect.", "jdk.internal.",
			"jdk.proxy", "sun.reflect.", "org.springframework.");

	static Caller current() {
		String method = WALKER.walk((frames) -> frames.filter(Caller::isOfApplication)
			.findFirst()
			.map((frame) -> frame.getClassName() + "." + frame.getMethodName())
			.orElse(null));
		return new Caller(Thread.currentThread().getName(), method);
	}

	private static boolean isOfApplication(StackWalker.StackFrame frame) {
		String className = frame.getClassName();
		return !className.contains("$$SpringCGLIB") && MACHINERY.stream().noneMatch(className::startsWith);
	}

	@Override
	public String toString() {
		return (this.method != null) ? this.thread + " (" + this.method + ")" : this.thread;
	}

}
