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

import java.util.Set;

/**
 * Finds the processes that belong to another one. Thread-safe.
 */
public interface Relatives {

	/**
	 * Find those that can be found at little cost, such as children and their children.
	 * @return all that live now, without the process itself
	 */
	Set<ProcessHandle> nearest();

	/**
	 * Find all that can be found.
	 * @return all that live now, without the process itself
	 */
	Set<ProcessHandle> all();

}
