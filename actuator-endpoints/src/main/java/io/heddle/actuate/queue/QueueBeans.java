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

package io.heddle.actuate.queue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.queue.NamedQueue;

/**
 * The named queues of an application context and its ancestors. Looking at them creates
 * none.
 */
class QueueBeans {

	private final NamedBeans queues;

	QueueBeans(ConfigurableListableBeanFactory beanFactory) {
		this.queues = new NamedBeans(beanFactory, NamedQueue.class, null);
	}

	/**
	 * Return all queues.
	 * @return the queues by bean name, {@code null} for those not yet used
	 */
	Map<String, @Nullable NamedQueue<?>> all() {
		Map<String, @Nullable NamedQueue<?>> all = new LinkedHashMap<>();
		this.queues.all().forEach((name, factory) -> all.put(name, queue(factory, name)));
		return all;
	}

	/**
	 * Return the queues that exist by now.
	 * @return the queues by bean name
	 */
	Map<String, NamedQueue<?>> existing() {
		Map<String, NamedQueue<?>> existing = new LinkedHashMap<>();
		this.queues.existing(NamedQueue.class).forEach(existing::put);
		return existing;
	}

	/**
	 * Return whether there is a queue, maybe one that was not used yet.
	 * @param name the name of the bean
	 * @return whether there is one
	 */
	boolean contains(String name) {
		return this.queues.find(name) != null;
	}

	/**
	 * Return a queue.
	 * @param name the name of the bean
	 * @return the queue, or {@code null} if there is none or it was not used yet
	 */
	@Nullable NamedQueue<?> find(String name) {
		ConfigurableListableBeanFactory factory = this.queues.find(name);
		return (factory != null) ? queue(factory, name) : null;
	}

	private static @Nullable NamedQueue<?> queue(ConfigurableListableBeanFactory factory, String name) {
		return factory.containsSingleton(name) ? factory.getBean(name, NamedQueue.class) : null;
	}

}
