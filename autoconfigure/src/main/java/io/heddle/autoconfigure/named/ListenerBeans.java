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

package io.heddle.autoconfigure.named;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The listener beans of a type, asked for at the first event. There are none for events
 * of the end of a context that has not made them before.
 *
 * @param <L> the type of the listeners
 */
public final class ListenerBeans<L> implements Supplier<List<L>> {

	private final ObjectProvider<L> beans;

	private volatile @Nullable List<L> known;

	/**
	 * Create an instance.
	 * @param beans the listener beans
	 */
	public ListenerBeans(ObjectProvider<L> beans) {
		this.beans = beans;
	}

	@Override
	public List<L> get() {
		List<L> listeners = this.known;
		if (listeners == null) {
			try {
				listeners = this.beans.orderedStream().toList();
				this.known = listeners;
			}
			catch (BeanCreationNotAllowedException ex) {
				return List.of();
			}
		}
		return listeners;
	}

}
