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

package io.heddle.autoconfigure.queue;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanRegistry.SupplierContext;

import io.heddle.autoconfigure.named.ListenerBeans;
import io.heddle.context.ContextPropagation;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueListener;

/**
 * Makes the bean of one queue.
 */
class NamedQueueFactory {

	private final QueueSettings settings;

	NamedQueueFactory(QueueSettings settings) {
		this.settings = settings;
	}

	NamedQueue<?> create(SupplierContext beans) {
		Supplier<List<NamedQueueListener>> listeners = new ListenerBeans<>(
				beans.beanProvider(NamedQueueListener.class));
		return NamedQueue.builder(this.settings.name())
			.type(this.settings.type())
			.capacity(this.settings.capacity())
			.contextCarrier(this.settings.propagateContext() ? ContextPropagation.create() : null)
			.listener(new CompositeQueueListener(listeners))
			.build();
	}

}
