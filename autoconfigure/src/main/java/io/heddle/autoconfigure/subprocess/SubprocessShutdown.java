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

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.subprocess.RunningSubprocess;
import io.heddle.subprocess.Subprocess;

/**
 * Begins to end what runs by any policy when the application closes and the first of them
 * is destroyed, so that one does not wait for the kill grace of another. By then the
 * phase of the {@link SubprocessLifecycle} is over, and the executors are destroyed. Each
 * policy takes runs until it is destroyed itself, for beans that need it may outlive
 * another.
 */
class SubprocessShutdown implements DestructionAwareBeanPostProcessor {

	private final ConfigurableApplicationContext context;

	private final AtomicBoolean begun = new AtomicBoolean();

	SubprocessShutdown(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof Subprocess;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		// a bean that a scope renews is of no concern to the others
		if (bean instanceof Subprocess destroyed && this.context.isClosed() && this.begun.compareAndSet(false, true)) {
			end(destroyed);
			ConfigurableListableBeanFactory beanFactory = this.context.getBeanFactory();
			for (String name : beanFactory.getBeanNamesForType(Subprocess.class, false, false)) {
				if (beanFactory.containsSingleton(name)) {
					end(beanFactory.getBean(name, Subprocess.class));
				}
			}
		}
	}

	private static void end(Subprocess subprocess) {
		for (RunningSubprocess process : subprocess.running()) {
			subprocess.terminate(process.pid());
		}
	}

}
