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

package io.heddle.autoconfigure.executor;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;

/**
 * Applies changed properties to the running executors when Spring Cloud says that the
 * environment has changed. Its event is known by name, so there is no dependency. Nothing
 * is injected: a context that has failed to start creates its listeners once more.
 */
class ExecutorEnvironmentChangeListener implements SmartApplicationListener, EnvironmentAware, BeanFactoryAware {

	static final String EVENT = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

	private static final Log logger = LogFactory.getLog(ExecutorEnvironmentChangeListener.class);

	private @Nullable Environment environment;

	private @Nullable ListableBeanFactory beanFactory;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return eventType.getName().equals(EVENT);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (this.environment != null && this.beanFactory != null) {
			apply(this.environment, this.beanFactory);
		}
	}

	private void apply(Environment environment, ListableBeanFactory beanFactory) {
		try {
			apply(new ExecutorPropertiesBinder(environment).bind(), beanFactory);
		}
		catch (InvalidPropertyException ex) {
			logger.error("The changed configuration of executors is not applied. " + ex.getMessage() + ". "
					+ ex.getAction());
		}
		catch (BindException ex) {
			logger.error(
					"The changed configuration of executors is not applied, because '" + ex.getName() + "' is invalid",
					ex);
		}
	}

	private void apply(Map<String, ExecutorSettings> configured, ListableBeanFactory beanFactory) {
		Map<String, NamedThreadPoolTaskExecutor> executors = beanFactory
			.getBeansOfType(NamedThreadPoolTaskExecutor.class);
		warnOf("added", configured.keySet(), beanFactory::containsBean);
		warnOf("removed", executors.keySet(), configured::containsKey);
		executors.forEach((name, executor) -> {
			ExecutorSettings settings = configured.get(name);
			if (settings != null) {
				new ExecutorSettingsChange(executor.settings(), settings).applyTo(executor);
			}
		});
	}

	private void warnOf(String what, Set<String> names, Predicate<String> expected) {
		names.stream()
			.filter((name) -> !expected.test(name))
			.forEach((name) -> logger.warn("The executor '" + name + "' was " + what + " below '"
					+ ExecutorPropertiesBinder.ENTRIES + "', which needs a restart"));
	}

}
