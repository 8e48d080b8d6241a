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

package io.heddle.autoconfigure.executor;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;

import io.heddle.executor.TaskOptions;

/**
 * The options of the tasks of one method. They are always the same, unless the label
 * shows arguments.
 */
class RunOnTaskOptions {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");

	private final TaskOptions options;

	/** Literal text and, as {@link Integer}, the indexes of arguments. **/
	private final List<Object> parts = new ArrayList<>();

	RunOnTaskOptions(TaskOptions options, String label, Method method) {
		this.options = options.label(label);
		int end = 0;
		Matcher matcher = ARGUMENT.matcher(label);
		while (matcher.find()) {
			int index = index(matcher.group(1), method);
			if (index >= 0) {
				this.parts.add(label.substring(end, matcher.start()));
				this.parts.add(index);
				end = matcher.end();
			}
		}
		if (!this.parts.isEmpty()) {
			this.parts.add(label.substring(end));
		}
	}

	private static int index(String argument, Method method) {
		@Nullable String @Nullable [] names = new DefaultParameterNameDiscoverer().getParameterNames(method);
		for (int i = 0; i < method.getParameterCount(); i++) {
			if (argument.equals(String.valueOf(i)) || (names != null && argument.equals(names[i]))) {
				return i;
			}
		}
		return -1;
	}

	TaskOptions get(@Nullable Object[] arguments) {
		return this.parts.isEmpty() ? this.options : this.options.label(label(arguments));
	}

	private String label(@Nullable Object[] arguments) {
		StringBuilder label = new StringBuilder();
		for (Object part : this.parts) {
			label.append((part instanceof Integer index) ? text(arguments[index]) : part);
		}
		return label.toString();
	}

	/**
	 * A label must not break the call, so an argument that cannot be shown is left out.
	 */
	private static String text(@Nullable Object argument) {
		try {
			return String.valueOf(argument);
		}
		catch (Exception | StackOverflowError ex) {
			return "";
		}
	}

}
