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

package io.heddle.actuate.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of scheduled tasks.
 * There is a binder whatever the schedulers and registries, as they may exist at run time
 * only while conditions were evaluated ahead of time.
 */
@AutoConfiguration
@ConditionalOnClass({ MeterRegistry.class, MetricsAutoConfiguration.class })
public final class SchedulerMetricsAutoConfiguration {

	@Bean
	SchedulerMetrics schedulerMetrics(ConfigurableListableBeanFactory beanFactory) {
		return new SchedulerMetrics(new SchedulerBeans(beanFactory));
	}

}
