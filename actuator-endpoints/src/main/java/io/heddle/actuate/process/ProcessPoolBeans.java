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

package io.heddle.actuate.process;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.process.ProcessPool;

/**
 * The process pools of an application context and its ancestors. Looking at them creates
 * none.
 */
class ProcessPoolBeans {

	private final NamedBeans pools;

	ProcessPoolBeans(ConfigurableListableBeanFactory beanFactory) {
		this.pools = new NamedBeans(beanFactory, ProcessPool.class, null);
	}

	/**
	 * Return all process pools.
	 * @return the process pools by bean name, {@code null} for those not yet used
	 */
	Map<String, @Nullable ProcessPool> all() {
		Map<String, @Nullable ProcessPool> all = new LinkedHashMap<>();
		this.pools.all().forEach((name, factory) -> all.put(name, pool(factory, name)));
		return all;
	}

	/**
	 * Return the process pools that exist by now.
	 * @return the process pools by bean name
	 */
	Map<String, ProcessPool> existing() {
		return this.pools.existing(ProcessPool.class);
	}

	/**
	 * Return whether there is a process pool, maybe one that was not used yet.
	 * @param name the name of the bean
	 * @return whether there is one
	 */
	boolean contains(String name) {
		return this.pools.find(name) != null;
	}

	/**
	 * Return a process pool.
	 * @param name the name of the bean
	 * @return the process pool, or {@code null} if there is none or it was not used yet
	 */
	@Nullable ProcessPool find(String name) {
		ConfigurableListableBeanFactory factory = this.pools.find(name);
		return (factory != null) ? pool(factory, name) : null;
	}

	private static @Nullable ProcessPool pool(ConfigurableListableBeanFactory factory, String name) {
		return factory.containsSingleton(name) ? factory.getBean(name, ProcessPool.class) : null;
	}

}
