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

package io.heddle.actuate.thread;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A thread at one moment; what is not known is left out.
 *
 * @param name the name of the thread
 * @param id the identifier of the thread
 * @param virtual whether it is a virtual thread
 * @param daemon whether it does not keep the JVM alive
 * @param state the state of the thread
 * @param owner the kind and name of its owner; only in the detail
 * @param task the label of the task that it runs, if that is one of a named executor
 * @param runningFor how long the task has run
 * @param cpu how long the thread has used a processor; not known of virtual threads
 * @param blockedOn what it waits for
 * @param holds the locks and semaphores that it holds, by kind and name
 * @param stack where it is, innermost frame first; only in the detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThreadDescriptor(String name, long id, boolean virtual, @Nullable Boolean daemon, @Nullable String state,
		@Nullable String owner, @Nullable String task,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration runningFor,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration cpu, @Nullable BlockedOnDescriptor blockedOn,
		@Nullable List<String> holds, @Nullable List<String> stack) implements OperationResponseBody {
}
