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

package io.heddle.actuate.subprocess;

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
 * {@link SubprocessesEndpoint}.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(SubprocessesEndpoint.class)
public final class SubprocessesEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SubprocessesEndpoint subprocessesEndpoint(ConfigurableListableBeanFactory beanFactory) {
		return new SubprocessesEndpoint(new SubprocessBeans(beanFactory));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	SubprocessesEndpointWebExtension subprocessesEndpointWebExtension(SubprocessesEndpoint endpoint) {
		return new SubprocessesEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	SubprocessesEndpointJmxExtension subprocessesEndpointJmxExtension(SubprocessesEndpoint endpoint) {
		return new SubprocessesEndpointJmxExtension(endpoint);
	}

	@Bean
	UnknownKeysAdvisor subprocessesEndpointUnknownKeysAdvisor() {
		return new UnknownKeysAdvisor("subprocesses", "");
	}

}
