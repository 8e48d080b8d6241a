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

package io.heddle.process;

import java.io.Serializable;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * A task with a result that can travel to a worker JVM. A lambda or method reference of
 * this type is serializable without a cast; what it captures must be serializable too,
 * and the class that holds it must be allowed by the pool.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ProcessTask<T extends @Nullable Object> extends Callable<T>, Serializable {

}
