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

package io.heddle.actuate.subprocess;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.subprocess.Subprocess;

/**
 * The subprocess policies of an application context and its ancestors. Looking at them
 * creates none.
 */
class SubprocessBeans {

	private final NamedBeans subprocesses;

	SubprocessBeans(ConfigurableListableBeanFactory beanFactory) {
		this.subprocesses = new NamedBeans(beanFactory, Subprocess.class, null);
	}

	/**
	 * Return all subprocess policies.
	 * @return the subprocess policies by bean name, {@code null} for those not yet used
	 */
	Map<String, @Nullable Subprocess> all() {
		Map<String, @Nullable Subprocess> all = new LinkedHashMap<>();
		this.subprocesses.all().forEach((name, factory) -> all.put(name, subprocess(factory, name)));
		return all;
	}

	/**
	 * Return the subprocess policies that exist by now.
	 * @return the subprocess policies by bean name
	 */
	Map<String, Subprocess> existing() {
		return this.subprocesses.existing(Subprocess.class);
	}

	/**
	 * Return whether there is a subprocess policy, maybe one that was not used yet.
	 * @param name the name of the bean
	 * @return whether there is one
	 */
	boolean contains(String name) {
		return this.subprocesses.find(name) != null;
	}

	/**
	 * Return a subprocess policy.
	 * @param name the name of the bean
	 * @return the subprocess policy, or {@code null} if there is none or it was not used
	 * yet
	 */
	@Nullable Subprocess find(String name) {
		ConfigurableListableBeanFactory factory = this.subprocesses.find(name);
		return (factory != null) ? subprocess(factory, name) : null;
	}

	private static @Nullable Subprocess subprocess(ConfigurableListableBeanFactory factory, String name) {
		return factory.containsSingleton(name) ? factory.getBean(name, Subprocess.class) : null;
	}

}
