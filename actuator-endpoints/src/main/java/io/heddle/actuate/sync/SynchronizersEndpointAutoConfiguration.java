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

package io.heddle.actuate.sync;

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
 * {@link EnableAutoConfiguration Auto-configuration} for the
 * {@link SynchronizersEndpoint}.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(SynchronizersEndpoint.class)
public final class SynchronizersEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SynchronizersEndpoint synchronizersEndpoint(ConfigurableListableBeanFactory beanFactory) {
		return new SynchronizersEndpoint(new SynchronizerBeans(beanFactory));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	SynchronizersEndpointWebExtension synchronizersEndpointWebExtension(SynchronizersEndpoint endpoint) {
		return new SynchronizersEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	SynchronizersEndpointJmxExtension synchronizersEndpointJmxExtension(SynchronizersEndpoint endpoint) {
		return new SynchronizersEndpointJmxExtension(endpoint);
	}

	@Bean
	UnknownKeysAdvisor synchronizersEndpointUnknownKeysAdvisor() {
		return new UnknownKeysAdvisor("synchronizers", SynchronizersEndpoint.KEYS);
	}

}
