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

package io.heddle.autoconfigure.sync;

import java.util.Collection;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockDetector;
import io.heddle.sync.DeadlockedThread;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;

/**
 * Lets the detector look for deadlocks from when all beans are there until the context is
 * closed.
 */
class DeadlockChecks implements SmartInitializingSingleton, ApplicationListener<ContextClosedEvent> {

	private final DeadlockDetector detector;

	private final DeadlockSettings settings;

	private final ApplicationContext context;

	DeadlockChecks(DeadlockDetector detector, DeadlockSettings settings, ApplicationContext context) {
		this.detector = detector;
		this.settings = settings;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.settings.isPeriodic(has(NamedLock.class) || has(NamedSemaphore.class))) {
			this.detector.start(this.settings.checkInterval());
		}
	}

	private boolean has(Class<?> type) {
		return this.context.getBeanNamesForType(type, true, false).length > 0;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.detector.close();
		}
	}

	/**
	 * Return the synchronizers of a context and its ancestors.
	 * @param context the context
	 * @return the synchronizers
	 */
	static Collection<Synchronizer> synchronizers(ApplicationContext context) {
		return BeanFactoryUtils.beansOfTypeIncludingAncestors(context, Synchronizer.class, true, false).values();
	}

	/**
	 * Return whether a context is to report a deadlock: if none of its own synchronizers
	 * takes part, its parent does.
	 * @param context the context
	 * @param deadlock the deadlock
	 * @return whether to report it
	 */
	static boolean isOf(ApplicationContext context, Deadlock deadlock) {
		ApplicationContext parent = context.getParent();
		if (parent == null || parent.getBeanProvider(DeadlockDetector.class).stream().findAny().isEmpty()) {
			return true;
		}
		Collection<String> own = context.getBeansOfType(Synchronizer.class, true, false)
			.values()
			.stream()
			.map(Synchronizer::name)
			.toList();
		return deadlock.threads().stream().map(DeadlockedThread::waitsFor).anyMatch(own::contains);
	}

}
