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

/**
 * Finds the name to show for a task: the label that its submitter gave, or the name of
 * the submitted class.
 */
final class TaskLabel {

	private TaskLabel() {
	}

	static String of(Task task) {
		String label = task.options().label();
		return (label != null) ? label : nameOf(submitted(task.command()).getClass());
	}

	static Object submitted(Runnable command) {
		Object submitted = (command instanceof TaskFuture<?> future) ? future.callable() : command;
		return (submitted instanceof RunnableCallable<?> callable) ? callable.runnable() : submitted;
	}

	private static String nameOf(Class<?> type) {
		String name = type.getName();
		int lambda = name.indexOf("$$Lambda");
		return (lambda != -1) ? name.substring(0, lambda) + " (lambda)" : name;
	}

}
