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

import java.time.Duration;

import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;

import io.heddle.context.ContextPropagation;

/**
 * Makes the bean of one scheduler, starting from the builder of Spring Boot so that the
 * user's decorator and customizers apply. Customizers come last and win.
 */
class NamedTaskSchedulerFactory {

	private final SchedulerSettings settings;

	NamedTaskSchedulerFactory(SchedulerSettings settings) {
		this.settings = settings;
	}

	NamedTaskScheduler create(SupplierContext beans) {
		NamedTaskScheduler scheduler = new NamedTaskScheduler(this.settings,
				this.settings.propagateContext() ? ContextPropagation.create() : null);
		return builder(beans).configure(scheduler);
	}

	private ThreadPoolTaskSchedulerBuilder builder(SupplierContext beans) {
		ThreadPoolTaskSchedulerBuilder builder = beans.beanProvider(ThreadPoolTaskSchedulerBuilder.class)
			.getIfUnique(ThreadPoolTaskSchedulerBuilder::new)
			.poolSize(this.settings.size())
			.threadNamePrefix(this.settings.threadNamePrefix());
		Boolean awaitTermination = this.settings.awaitTermination();
		if (awaitTermination != null) {
			builder = builder.awaitTermination(awaitTermination);
		}
		Duration period = this.settings.awaitTerminationPeriod();
		return (period != null) ? builder.awaitTerminationPeriod(period) : builder;
	}

}
