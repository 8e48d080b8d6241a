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

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Gives Micrometer's context-propagation access to all {@linkplain ContextVar context
 * variables} at once, so that what builds on it carries them: Spring's
 * {@code ContextPropagatingTaskDecorator}, Reactor and others. Micrometer finds it by
 * itself.
 * <p>
 * {@link ContextPropagation} does without, for it carries the variables also where there
 * is no Micrometer.
 */
public final class ContextThreadLocalAccessor implements ThreadLocalAccessor<Object> {

	/** The key of this accessor. **/
	public static final String KEY = "io.heddle.context";

	/**
	 * Create an accessor, which Micrometer does.
	 */
	public ContextThreadLocalAccessor() {
	}

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable Object getValue() {
		return AccessedContext.current();
	}

	@Override
	public void setValue(Object value) {
		((AccessedContext) value).enter();
	}

	@Override
	public void setValue() {
		CurrentContext.get().enter(Context.empty());
	}

	@Override
	public void restore(Object previousValue) {
		((AccessedContext) previousValue).restore();
	}

	@Override
	public void restore() {
		setValue();
	}

}
