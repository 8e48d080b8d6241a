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

package io.heddle.actuate.sync;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;

/**
 * The synchronizers of an application context and its ancestors. Looking at them creates
 * none.
 */
class SynchronizerBeans {

	private static final Map<Class<?>, String> KINDS = Map.of(NamedLock.class, "lock", NamedSemaphore.class,
			"semaphore", NamedEvent.class, "event", NamedBarrier.class, "barrier");

	private final ConfigurableListableBeanFactory beanFactory;

	private final NamedBeans synchronizers;

	SynchronizerBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.synchronizers = new NamedBeans(beanFactory, Synchronizer.class, null);
	}

	/**
	 * Return the threads of the executors of the same contexts.
	 * @return what they run now
	 */
	ThreadTasks tasks() {
		return ThreadTasks.of(this.beanFactory);
	}

	/**
	 * Return the synchronizers that exist by now.
	 * @return the synchronizers by bean name
	 */
	Map<String, Synchronizer> existing() {
		return this.synchronizers.existing(Synchronizer.class);
	}

	/**
	 * Return all synchronizers of a type.
	 * @param type the type
	 * @param tasks the threads of the executors
	 * @return the descriptors by bean name
	 */
	Map<String, SynchronizerDescriptor> describe(Class<? extends Synchronizer> type, ThreadTasks tasks) {
		Map<String, SynchronizerDescriptor> descriptors = new LinkedHashMap<>();
		new NamedBeans(this.beanFactory, type, null).all()
			.forEach((name, factory) -> descriptors.put(name, describe(factory, name, tasks)));
		return descriptors;
	}

	/**
	 * Return a synchronizer.
	 * @param name the name of the bean
	 * @return the descriptor, or {@code null} if there is none
	 */
	@Nullable SynchronizerDescriptor describe(String name) {
		ConfigurableListableBeanFactory factory = this.synchronizers.find(name);
		return (factory != null) ? describe(factory, name, tasks()) : null;
	}

	private static SynchronizerDescriptor describe(ConfigurableListableBeanFactory factory, String name,
			ThreadTasks tasks) {
		if (factory.containsSingleton(name)) {
			return SynchronizerDescriptor.of(factory.getBean(name, Synchronizer.class), tasks);
		}
		Class<?> type = factory.getType(name, false);
		return new UnusedSynchronizerDescriptor((type != null) ? KINDS.getOrDefault(type, "") : "");
	}

	boolean contains(String name) {
		return this.synchronizers.find(name) != null;
	}

	/**
	 * Return a synchronizer, which exists from then on.
	 * @param name the name of the bean
	 * @return the synchronizer, or {@code null} if there is none
	 */
	@Nullable Synchronizer find(String name) {
		ConfigurableListableBeanFactory factory = this.synchronizers.find(name);
		return (factory != null) ? factory.getBean(name, Synchronizer.class) : null;
	}

}
