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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
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

	private volatile boolean looking;

	DeadlockChecks(DeadlockDetector detector, DeadlockSettings settings, ApplicationContext context) {
		this.detector = detector;
		this.settings = settings;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.settings.isPeriodic(has(NamedLock.class) || has(NamedSemaphore.class))) {
			this.detector.start(this.settings.checkInterval());
			this.looking = true;
		}
	}

	/**
	 * Return whether the detector looks again and again, not only when asked to.
	 * @return whether it does
	 */
	boolean isLooking() {
		return this.looking;
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
	 * Return the synchronizers of a context and its ancestors that exist by now.
	 * @param context the context
	 * @return the synchronizers
	 */
	static Collection<Synchronizer> synchronizers(ApplicationContext context) {
		List<Synchronizer> synchronizers = new ArrayList<>();
		ApplicationContext current = context;
		while (current != null) {
			synchronizers.addAll(ownSynchronizers(current));
			current = current.getParent();
		}
		return synchronizers;
	}

	private static List<Synchronizer> ownSynchronizers(ApplicationContext context) {
		if (!(context instanceof ConfigurableApplicationContext configurable)) {
			return List.of();
		}
		ConfigurableListableBeanFactory beanFactory = configurable.getBeanFactory();
		return Arrays.stream(beanFactory.getBeanNamesForType(Synchronizer.class, false, false))
			.filter(beanFactory::containsSingleton)
			.map((name) -> beanFactory.getBean(name, Synchronizer.class))
			.toList();
	}

	/**
	 * Return whether a context is to report a deadlock: if none of its own synchronizers
	 * takes part, a parent that looks for itself does.
	 * @param context the context
	 * @param deadlock the deadlock
	 * @return whether to report it
	 */
	static boolean isOf(ApplicationContext context, Deadlock deadlock) {
		ApplicationContext parent = context.getParent();
		if (parent == null
				|| parent.getBeanProvider(DeadlockChecks.class).stream().noneMatch(DeadlockChecks::isLooking)) {
			return true;
		}
		List<String> own = ownSynchronizers(context).stream().map(Synchronizer::name).toList();
		return deadlock.threads().stream().map(DeadlockedThread::waitsFor).anyMatch(own::contains);
	}

}
