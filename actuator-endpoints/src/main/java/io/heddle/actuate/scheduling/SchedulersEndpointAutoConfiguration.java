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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link SchedulersEndpoint}.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(SchedulersEndpoint.class)
public final class SchedulersEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SchedulersEndpoint schedulersEndpoint(ConfigurableListableBeanFactory beanFactory) {
		return new SchedulersEndpoint(new SchedulerBeans(beanFactory));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	SchedulersEndpointWebExtension schedulersEndpointWebExtension(SchedulersEndpoint endpoint) {
		return new SchedulersEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	SchedulersEndpointJmxExtension schedulersEndpointJmxExtension(SchedulersEndpoint endpoint) {
		return new SchedulersEndpointJmxExtension(endpoint);
	}

	@Bean
	UnknownKeysAdvisor schedulersEndpointUnknownKeysAdvisor() {
		return new UnknownKeysAdvisor("schedulers", TaskChange.KEYS);
	}

}
