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

package io.heddle.race;

import org.jspecify.annotations.Nullable;

/**
 * What one thread does in a race.
 *
 * @param <S> what the threads race for
 */
@FunctionalInterface
public interface Actor<S> {

	/**
	 * Act once.
	 * @param state a fresh state, shared with the other actors
	 * @return what came out for this actor; if it throws, that is the simple name of the
	 * exception
	 * @throws Exception if that is what comes out
	 */
	@Nullable Object act(S state) throws Exception;

}
