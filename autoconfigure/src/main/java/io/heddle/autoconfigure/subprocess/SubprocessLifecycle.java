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

package io.heddle.autoconfigure.subprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;

import io.heddle.subprocess.Subprocess;

/**
 * Lets what runs end while the context is stopped: after the executors, whose tasks may
 * still run programs, in a phase of its own. The policies are closed later, when they are
 * destroyed, and then end what has not ended. Executors that finish their tasks while
 * they are destroyed do so before that.
 */
class SubprocessLifecycle implements SmartInitializingSingleton, SmartLifecycle {

	private static final int PHASE = ExecutorConfigurationSupport.DEFAULT_PHASE - 1024;

	private final ConfigurableListableBeanFactory beanFactory;

	private volatile boolean running;

	SubprocessLifecycle(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (String executor : this.beanFactory.getBeanNamesForType(Executor.class, false, false)) {
			for (String subprocess : names()) {
				this.beanFactory.registerDependentBean(subprocess, executor);
			}
		}
	}

	private String[] names() {
		return this.beanFactory.getBeanNamesForType(Subprocess.class, true, false);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public void stop(Runnable callback) {
		stop();
		List<Subprocess> subprocesses = existing();
		AtomicInteger busy = new AtomicInteger(subprocesses.size() + 1);
		Runnable idle = () -> {
			if (busy.decrementAndGet() == 0) {
				callback.run();
			}
		};
		subprocesses.forEach((subprocess) -> subprocess.onceIdle(idle));
		idle.run();
	}

	private List<Subprocess> existing() {
		List<Subprocess> existing = new ArrayList<>();
		for (String name : names()) {
			if (this.beanFactory.containsSingleton(name)) {
				existing.add(this.beanFactory.getBean(name, Subprocess.class));
			}
		}
		return existing;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
