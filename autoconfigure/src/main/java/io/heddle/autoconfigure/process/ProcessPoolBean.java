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

package io.heddle.autoconfigure.process;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;

import io.heddle.autoconfigure.named.ExecutorLifecycle;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.process.ProcessPool;

/**
 * The bean of a process pool: a pool that lives with its context, in the phase of the
 * executors.
 */
class ProcessPoolBean extends DelegatingProcessPool
		implements SmartLifecycle, ApplicationContextAware, ApplicationListener<ContextClosedEvent>, DisposableBean {

	/** How long a pool may take to end beyond the grace time of its workers. **/
	private static final Duration LAST_WAIT = Duration.ofSeconds(5);

	private final ProcessPool delegate;

	private final ProcessPoolShutdown shutdown;

	private final ExecutorLifecycle lifecycle;

	private volatile NamedEntry<ProcessPoolProperties> entry;

	private @Nullable ApplicationContext context;

	private volatile boolean lateShutdown;

	ProcessPoolBean(NamedEntry<ProcessPoolProperties> entry, ProcessPoolMaker maker, ProcessPoolShutdown shutdown) {
		this.entry = entry;
		this.delegate = maker.make(this);
		this.shutdown = shutdown;
		this.lifecycle = new ExecutorLifecycle(this.delegate);
	}

	@Override
	public ProcessPool delegate() {
		return this.delegate;
	}

	/**
	 * Return the configuration that holds.
	 * @return the entry of this pool
	 */
	NamedEntry<ProcessPoolProperties> entry() {
		return this.entry;
	}

	void entry(NamedEntry<ProcessPoolProperties> entry) {
		this.entry = entry;
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.context = applicationContext;
	}

	@Override
	public int getPhase() {
		return ExecutorConfigurationSupport.DEFAULT_PHASE;
	}

	@Override
	public void pause() {
		this.lifecycle.hold();
	}

	@Override
	public void resume() {
		this.lifecycle.release();
	}

	@Override
	public void start() {
		this.lifecycle.start();
	}

	@Override
	public void stop() {
		if (!this.lateShutdown) {
			this.lifecycle.stop();
		}
	}

	@Override
	public void stop(Runnable callback) {
		if (this.lateShutdown) {
			callback.run();
		}
		else {
			this.lifecycle.stop(callback);
		}
	}

	@Override
	public boolean isRunning() {
		return this.lifecycle.isRunning();
	}

	/**
	 * Go on once the context closes, until it comes to this phase: requests that are in
	 * flight still need the pool. If tasks are to be finished, until it is destroyed.
	 */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			if (this.shutdown.awaitTermination()) {
				this.lateShutdown = true;
			}
			else {
				this.lifecycle.close();
			}
		}
	}

	/**
	 * Let tasks finish as configured, cancel those that have not finished, and return
	 * when no worker is left.
	 */
	@Override
	public void destroy() {
		try {
			this.delegate.shutdown();
			if (this.shutdown.awaitTermination() && this.delegate.awaitTermination(this.shutdown.period())) {
				return;
			}
			this.delegate.shutdownNow();
			if (!this.delegate.awaitTermination(this.shutdown.killGrace().plus(LAST_WAIT))) {
				this.delegate.killWorkers();
			}
		}
		catch (InterruptedException ex) {
			this.delegate.killWorkers();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return "process pool '" + name() + "'";
	}

	/**
	 * Makes the pool that does the work.
	 */
	@FunctionalInterface
	interface ProcessPoolMaker {

		/**
		 * Make the pool.
		 * @param bean the bean that listeners are to see
		 * @return the pool
		 */
		ProcessPool make(ProcessPool bean);

	}

}
