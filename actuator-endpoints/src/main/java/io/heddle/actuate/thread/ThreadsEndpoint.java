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

package io.heddle.actuate.thread;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.actuate.sync.DeadlockDescriptor;
import io.heddle.sync.DeadlockDetector;

/**
 * {@link Endpoint @Endpoint} that shows the live threads of the application by their
 * owner: what each runs, what it waits for and who holds that; and which of them are
 * deadlocked. The virtual threads of named executors and queue listeners are shown too,
 * and any that wait for or hold what has a name.
 */
@Endpoint(id = "threads", defaultAccess = Access.READ_ONLY)
public class ThreadsEndpoint {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<DeadlockDetector> detector;

	ThreadsEndpoint(ConfigurableListableBeanFactory beanFactory, ObjectProvider<DeadlockDetector> detector) {
		this.beanFactory = beanFactory;
		this.detector = detector;
	}

	/**
	 * Return all live threads.
	 * @return the threads and deadlocks
	 */
	@ReadOperation
	public ThreadsDescriptor threads() {
		DeadlockDetector detector = this.detector.getIfAvailable();
		List<DeadlockDescriptor> deadlocks = (detector != null)
				? detector.check().stream().map(DeadlockDescriptor::of).toList() : List.of();
		return new ThreadsDescriptor(LiveThreads.of(this.beanFactory).describe(), deadlocks);
	}

	/**
	 * Return a thread with its stack.
	 * @param id the identifier of the thread
	 * @return the thread, or {@code null} if there is none of that identifier
	 */
	public @Nullable ThreadDescriptor thread(long id) {
		return LiveThreads.of(this.beanFactory).describe(id);
	}

}
