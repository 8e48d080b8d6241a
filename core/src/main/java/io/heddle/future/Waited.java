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

package io.heddle.future;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * What {@link Futures#wait(java.util.Collection, java.time.Duration, ReturnWhen)} found
 * when it returned. The sets cannot be changed and keep the order in which the futures
 * were given.
 *
 * @param <F> the type of the futures
 * @param done the futures that were done, in whatever way
 * @param notDone the futures that were not
 */
public record Waited<F extends Future<?>>(Set<F> done, Set<F> notDone) {

	public Waited {
		done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
		notDone = Collections.unmodifiableSet(new LinkedHashSet<>(notDone));
	}

}
