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

package io.heddle.autoconfigure.scheduling;

import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ApplicationEvent;
import org.springframework.core.env.Environment;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEnvironmentChangeListener;
import io.heddle.autoconfigure.named.SettingsChange;

/**
 * Applies changed properties to the running schedulers and to all tasks.
 */
class SchedulerEnvironmentChangeListener extends NamedEnvironmentChangeListener<NamedTaskScheduler, SchedulerSettings> {

	private static final Log logger = LogFactory.getLog(SchedulerEnvironmentChangeListener.class);

	private @Nullable Environment environment;

	private @Nullable BeanFactory beanFactory;

	SchedulerEnvironmentChangeListener() {
		super(SchedulerPropertiesBinder.KIND, NamedTaskScheduler.class);
	}

	@Override
	public void setEnvironment(Environment environment) {
		super.setEnvironment(environment);
		this.environment = environment;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		this.beanFactory = beanFactory;
	}

	@Override
	protected Map<String, SchedulerSettings> bind(Environment environment) {
		return new SchedulerPropertiesBinder(environment).bindOwn();
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		super.onApplicationEvent(event);
		if (this.environment != null && this.beanFactory != null) {
			try {
				TaskConfiguration configuration = TaskConfiguration.of(this.environment);
				this.beanFactory.getBean(SteeredTasks.class).configure(configuration);
			}
			catch (InvalidPropertyException | BindException ex) {
				logger.debug("Reported above", ex);
			}
		}
	}

	@Override
	protected void apply(NamedTaskScheduler scheduler, SchedulerSettings settings) {
		SettingsChange<SchedulerSettings> change = new SettingsChange<>(scheduler.settings(), settings,
				SchedulerPropertiesBinder.KIND.key(settings.name()));
		Integer size = change.changed(SchedulerSettings::size);
		if (size != null) {
			scheduler.setPoolSize(size);
			logger.info("Scheduler '" + settings.name() + "' has the size " + size + " as configured");
		}
		scheduler.settings(settings);
		change.needsRestart("threads", SchedulerSettings::threads);
		change.needsRestart("thread-name-prefix", SchedulerSettings::threadNamePrefix);
		change.needsRestart("daemon", SchedulerSettings::daemon);
		change.needsRestart("priority", SchedulerSettings::priority);
		change.needsRestart("propagate-context", SchedulerSettings::propagateContext);
		change.needsRestart("shutdown.await-termination", SchedulerSettings::awaitTermination);
		change.needsRestart("shutdown.period", SchedulerSettings::awaitTerminationPeriod);
		change.warnOfRestart();
	}

}
