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

package io.heddle.actuate.process;

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
 * {@link ProcessPoolsEndpoint}.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(ProcessPoolsEndpoint.class)
public final class ProcessPoolsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ProcessPoolsEndpoint processPoolsEndpoint(ConfigurableListableBeanFactory beanFactory) {
		return new ProcessPoolsEndpoint(new ProcessPoolBeans(beanFactory));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	ProcessPoolsEndpointWebExtension processPoolsEndpointWebExtension(ProcessPoolsEndpoint endpoint) {
		return new ProcessPoolsEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	ProcessPoolsEndpointJmxExtension processPoolsEndpointJmxExtension(ProcessPoolsEndpoint endpoint) {
		return new ProcessPoolsEndpointJmxExtension(endpoint);
	}

	@Bean
	UnknownKeysAdvisor processPoolsEndpointUnknownKeysAdvisor() {
		return new UnknownKeysAdvisor("processpools", ProcessPoolsEndpoint.KEYS);
	}

}
