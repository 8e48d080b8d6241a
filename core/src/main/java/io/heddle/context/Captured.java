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

package io.heddle.context;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A context that {@link ContextPropagation} has captured.
 *
 * @param threadLocals what {@link ThreadLocalValues#capture()} returned
 * @param mdc the entries of the MDC, or {@code null} if there are none
 * @param mdcSnapshot the snapshot that they were copied from
 * @param variables the values of context variables, or {@code null} if there are none
 */
record Captured(@Nullable Object threadLocals, @Nullable Map<String, String> mdc,
		@Nullable Map<String, String> mdcSnapshot, @Nullable VariableValues variables) {

	static final Captured NOTHING = new Captured(null, null, null, null);

	static Captured of(@Nullable Object captured) {
		return (captured != null) ? (Captured) captured : NOTHING;
	}

}
